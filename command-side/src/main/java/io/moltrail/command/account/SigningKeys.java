package io.moltrail.command.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.moltrail.command.platform.UnfitToStartException;
import io.moltrail.web.VerificationKeys;
import io.moltrail.web.settings.Settings;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The P-256 keys that sign access tokens. The private halves are stored wrapped under {@code
 * SECRET_KEY}: without it nobody can sign, and with another one nothing starts. {@code
 * SECRET_KEY_PREVIOUS}, given once, lets a new one take over.
 */
public final class SigningKeys implements VerificationKeys {

  private final JdbcClient jdbc;
  private final KeyWrap wrap;
  private final Optional<KeyWrap> previous;
  private final ECKey active;

  /**
   * @throws UnfitToStartException when the stored keys do not open
   */
  SigningKeys(JdbcClient jdbc, Settings.Secrets secrets) {
    this.jdbc = jdbc;
    this.wrap = new KeyWrap(secrets.secretKey());
    this.previous = secrets.previousSecretKey().map(KeyWrap::new);
    makeOneUnlessActive();
    this.active = open();
  }

  /** The key to sign with, private half included. */
  ECKey active() {
    return active;
  }

  @Override
  public List<ECKey> current() {
    return jdbc.sql("select public_jwk from command.public_signing_key order by kid")
        .query((row, n) -> parse(row.getString(1)))
        .list();
  }

  /** The unique index on the one active key decides between nodes that start at once. */
  private void makeOneUnlessActive() {
    if (jdbc.sql("select exists (select 1 from command.signing_key where status = 'active')")
        .query(Boolean.class)
        .single()) {
      return;
    }
    ECKey key = generate();
    jdbc.sql(
            """
            insert into command.signing_key (kid, public_jwk, wrapped_private, status) values (?, ?, ?, 'active')
            on conflict (status) where status = 'active' do nothing
            """)
        .params(key.getKeyID(), key.toPublicJWK().toJSONString(), wrapped(key))
        .update();
  }

  private ECKey open() {
    List<Stored> all =
        jdbc.sql(
                "select kid, wrapped_private, status from command.signing_key where status <>"
                    + " 'revoked'")
            .query((row, n) -> new Stored(row.getString(1), row.getBytes(2), row.getString(3)))
            .list();
    return all.stream().map(it -> new Opened(it.status(), open(it))).toList().stream()
        .filter(it -> it.status().equals("active"))
        .findFirst()
        .map(Opened::key)
        .orElseThrow(() -> new IllegalStateException("there is no active signing key"));
  }

  private ECKey open(Stored stored) {
    return wrap.unwrap(stored.wrapped(), stored.kid())
        .map(SigningKeys::parse)
        .or(() -> takeOver(stored))
        .orElseThrow(
            () ->
                new UnfitToStartException(
                    "SECRET_KEY is not the one under which the signing keys are stored; set the"
                        + " right one, or, to change it, set the old one as SECRET_KEY_PREVIOUS"));
  }

  private Optional<ECKey> takeOver(Stored stored) {
    Optional<ECKey> key =
        previous.flatMap(it -> it.unwrap(stored.wrapped(), stored.kid())).map(SigningKeys::parse);
    key.ifPresent(
        it ->
            jdbc.sql("update command.signing_key set wrapped_private = ? where kid = ?")
                .params(wrapped(it), stored.kid())
                .update());
    return key;
  }

  private byte[] wrapped(ECKey key) {
    return wrap.wrap(key.toJSONString(), key.getKeyID());
  }

  private static ECKey generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java has P-256", e);
    }
  }

  private static ECKey parse(String jwk) {
    try {
      return ECKey.parse(jwk);
    } catch (ParseException e) {
      throw new IllegalStateException("a stored signing key is not a JWK", e);
    }
  }

  private record Stored(String kid, byte[] wrapped, String status) {}

  private record Opened(String status, ECKey key) {}
}
