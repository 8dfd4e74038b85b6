package io.moltrail.acceptance.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What looks like a credential. It is named by its fingerprint, so that a report leaks nothing. */
record Finding(String path, int line, String rule, String fingerprint) {

  private static final int FINGERPRINT_BYTES = 6;

  static Finding of(String path, int line, String rule, String secret) {
    return new Finding(path, line, rule, fingerprint(secret));
  }

  private static String fingerprint(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
