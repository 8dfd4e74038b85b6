package io.moltrail.command.account;

import io.moltrail.web.settings.Secret;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords and compares them. Each comparison costs one hash, whether there is an account
 * or not. Hashes carry their scheme's name, so that another can follow.
 */
final class Passwords {

  private static final int QUEUE = 20;
  private static final String OF_NOBODY = "the password of nobody";

  private final HashGate gate =
      new HashGate(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), QUEUE);
  private final PasswordEncoder encoder;
  private final String nobodysHash;

  Passwords(Secret pepper) {
    this.encoder =
        new DelegatingPasswordEncoder(
            PepperedBcrypt.ID, Map.of(PepperedBcrypt.ID, new PepperedBcrypt(pepper)));
    this.nobodysHash = hash(OF_NOBODY);
  }

  String hash(String password) {
    return gate.pass(() -> encoder.encode(password));
  }

  /**
   * @param hash empty when there is no such account; never matches then, and takes as long
   */
  boolean matches(String password, Optional<String> hash) {
    boolean same = gate.pass(() -> encoder.matches(password, hash.orElse(nobodysHash)));
    return same && hash.isPresent();
  }

  /** Whether the hash was made by an older scheme or at a lower cost. */
  boolean outdated(String hash) {
    return encoder.upgradeEncoding(hash);
  }
}
