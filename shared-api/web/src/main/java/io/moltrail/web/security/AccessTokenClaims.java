package io.moltrail.web.security;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.net.URI;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The claims that an access token must have: from us, for us, of a session, not before its time and
 * not after.
 */
final class AccessTokenClaims extends DefaultJWTClaimsVerifier<SecurityContext> {

  static final String AUDIENCE = "moltrail";

  private static final int CLOCK_SKEW_SECONDS = 30;
  private static final List<String> TEXTS = List.of("sid", "client_id", "jti", "sub");

  private final InstantSource clock;

  AccessTokenClaims(URI issuer, InstantSource clock) {
    super(
        AUDIENCE,
        new JWTClaimsSet.Builder().issuer(issuer.toString()).build(),
        Set.of("exp", "iat", "sub", "jti", "sid", "client_id"));
    this.clock = clock;
    setMaxClockSkew(CLOCK_SKEW_SECONDS);
  }

  @Override
  public void verify(JWTClaimsSet claims, @Nullable SecurityContext context)
      throws BadJWTException {
    super.verify(claims, context);
    for (String name : TEXTS) {
      if (!(claims.getClaim(name) instanceof String text) || text.isBlank()) {
        throw new BadJWTException(name + " is not a text");
      }
    }
    if (claims
        .getIssueTime()
        .toInstant()
        .isAfter(clock.instant().plusSeconds(CLOCK_SKEW_SECONDS))) {
      throw new BadJWTException("issued in the future");
    }
  }

  @Override
  protected Date currentTime() {
    return Date.from(clock.instant());
  }
}
