package io.moltrail.command.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;

/**
 * Signs access tokens (RFC 9068): who, in which session, for ten minutes and never longer than the
 * session can last. No tier, no role and no project stand in them; those are looked up at every
 * call.
 */
final class AccessTokenSigner {

  static final Duration LIFE = Duration.ofMinutes(10);

  private static final String MOLTRAIL = "moltrail";

  private final SigningKeys keys;
  private final URI issuer;
  private final InstantSource clock;

  AccessTokenSigner(SigningKeys keys, URI issuer, InstantSource clock) {
    this.keys = keys;
    this.issuer = issuer;
    this.clock = clock;
  }

  AccessGrant issue(Session session) {
    Instant now = clock.instant();
    Instant end = now.plus(LIFE);
    end = end.isBefore(session.expiresAt()) ? end : session.expiresAt();
    return new AccessGrant(sign(claims(session, now, end)), Duration.between(now, end));
  }

  private JWTClaimsSet claims(Session session, Instant now, Instant end) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer.toString())
        .audience(MOLTRAIL)
        .subject(session.user().toString())
        .claim("client_id", MOLTRAIL)
        .claim("sid", session.id().toString())
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(end))
        .claim("auth_time", session.authenticatedAt().getEpochSecond())
        .build();
  }

  private String sign(JWTClaimsSet claims) {
    ECKey key = keys.active();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(key.getKeyID())
            .build();
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("an access token could not be signed", e);
    }
  }
}
