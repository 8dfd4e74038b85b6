package io.moltrail.command.account;

import io.moltrail.web.settings.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords and compares them. Each comparison costs one hash, whether there is an account
 * or not. Hashes carry their scheme's name, so that another can follow.
 */
final class Passwords {

  static final String OF_NOBODY = "the password of nobody";

  private final HashGate gate;
  private final PasswordEncoder encoder;
  private final AtomicLong computed = new AtomicLong();
  private final String nobodysHash;

  Passwords(Secret pepper, HashGate gate) {
    this.gate = gate;
    this.encoder =
        new DelegatingPasswordEncoder(
            PepperedBcrypt.ID, Map.of(PepperedBcrypt.ID, new PepperedBcrypt(pepper)));
    this.nobodysHash = hash(OF_NOBODY, HashLine.OURSELVES);
  }

  /**
   * @param line where whoever asks for it waits
   */
  String hash(String password, HashLine line) {
    return gate.pass(line, () -> counted(encoder.encode(password)));
  }

  /**
   * @param password one that nobody can have, being too long, never matches, and takes as long
   * @param hash empty when there is no such account; never matches then, and takes as long
   * @param line where whoever asks for it waits
   */
  boolean matches(String password, Optional<String> hash, HashLine line) {
    boolean possible = PasswordPolicy.couldBe(password);
    String typed = possible ? password : OF_NOBODY; // another hash, at the same cost
    boolean same = gate.pass(line, () -> counted(encoder.matches(typed, hash.orElse(nobodysHash))));
    return same && possible && hash.isPresent();
  }

  private <T> T counted(T result) {
    computed.incrementAndGet();
    return result;
  }

  /** How many hashes were computed since the start. */
  long computed() {
    return computed.get();
  }

  /** Whether the hash was made by an older scheme or at a lower cost. */
  boolean outdated(String hash) {
    return encoder.upgradeEncoding(hash);
  }
}
