package io.moltrail.command.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * 256 random bits that mean something only to us. At rest stands their SHA-256 alone: nobody can
 * guess such a token, so a plain hash is enough (ASVS 6.5.2).
 */
public record OpaqueToken(String value) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static OpaqueToken draw() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "(a token)";
  }
}
