package io.moltrail.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.moltrail.messages.user.UserId;
import java.net.URI;
import java.security.Key;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Verifies access tokens (RFC 9068): {@code at+jwt}, ES256, under a key of ours named by its id.
 * Keys or addresses of keys inside a token are ignored.
 */
final class AccessTokens {

  private static final int LONGEST = 4_096;
  private static final int UUID_VERSION = 7;

  private final KeyRing keys;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  AccessTokens(KeyRing keys, URI issuer, InstantSource clock) {
    this.keys = keys;
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector((header, context) -> key(header));
    processor.setJWTClaimsSetVerifier(new AccessTokenClaims(issuer, clock));
  }

  /** Empty when it is not good, whatever the cause. */
  Optional<AccessToken> verify(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      SignedJWT token = SignedJWT.parse(text);
      JWTClaimsSet claims = processor.process(token, null);
      return user(claims).map(it -> accessToken(it, token, claims));
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return Optional.empty();
    }
  }

  /** Whether the key of a token that was good before is still one of ours. */
  boolean stillGood(AccessToken token, Instant now) {
    return token.expiresAt().isAfter(now) && keys.find(token.keyId()).isPresent();
  }

  private List<Key> key(JWSHeader header) {
    if (!JWSAlgorithm.ES256.equals(header.getAlgorithm()) || header.getKeyID() == null) {
      return List.of();
    }
    return keys.find(header.getKeyID()).map(AccessTokens::publicKey).stream().toList();
  }

  private static Key publicKey(ECKey key) {
    try {
      return key.toECPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException("a verification key is not a P-256 key", e);
    }
  }

  private static Optional<UserId> user(JWTClaimsSet claims) {
    return UserId.parse(claims.getSubject()).filter(it -> it.value().version() == UUID_VERSION);
  }

  private static AccessToken accessToken(UserId user, SignedJWT token, JWTClaimsSet claims) {
    return new AccessToken(
        user,
        String.valueOf(claims.getClaim("sid")),
        token.getHeader().getKeyID(),
        claims.getExpirationTime().toInstant());
  }
}
