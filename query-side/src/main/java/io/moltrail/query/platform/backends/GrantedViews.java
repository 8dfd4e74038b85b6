package io.moltrail.query.platform.backends;

import com.nimbusds.jose.jwk.ECKey;
import io.moltrail.web.RevokedSessions;
import io.moltrail.web.VerificationKeys;
import java.text.ParseException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the command side lets the query side see of its tables, as two views: public keys and ended
 * sessions. A read node can verify a token, and not make one.
 */
public final class GrantedViews implements VerificationKeys, RevokedSessions {

  private final JdbcClient log;

  public GrantedViews(JdbcClient log) {
    this.log = log;
  }

  @Override
  public List<ECKey> current() {
    return log
        .sql("select public_jwk from command.public_signing_key")
        .query(String.class)
        .list()
        .stream()
        .map(GrantedViews::key)
        .toList();
  }

  @Override
  public boolean isRevoked(String sessionId) {
    return log.sql(
            "select exists (select 1 from command.revoked_session where session_id = cast(? as"
                + " uuid))")
        .param(sessionId)
        .query(Boolean.class)
        .single();
  }

  private static ECKey key(String jwk) {
    try {
      return ECKey.parse(jwk).toPublicJWK();
    } catch (ParseException e) {
      throw new IllegalStateException("a public signing key cannot be read", e);
    }
  }
}
