package io.moltrail.command.account;

import java.security.SecureRandom;
import java.util.Base64;

/** A secret as the environment would give it. */
final class RandomSecret {

  private RandomSecret() {}

  static String text() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
