package io.moltrail.web.settings;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** At least 32 secret bytes. They are handed out as copies and never printed. */
public final class Secret {

  private static final int LEAST_BYTES = 32;
  private static final int LEAST_DISTINCT_BYTES = 8;
  private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2}){32,}");

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads hexadecimal or base64 (either alphabet). Empty when it is neither, too short, a
   * placeholder, or so uniform that nobody drew it at random.
   */
  public static Optional<Secret> parse(String text) {
    return placeholder(text)
        ? Optional.empty()
        : decode(text)
            .filter(it -> it.length >= LEAST_BYTES && distinct(it) >= LEAST_DISTINCT_BYTES)
            .map(Secret::new);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * HMAC-SHA-256 of {@code label}: a key of its own for each use, so that no two uses can be played
   * against each other.
   */
  public byte[] derive(String label) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static boolean placeholder(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("change-me") || lower.contains("changeme") || lower.contains("change_me");
  }

  private static Optional<byte[]> decode(String text) {
    try {
      return Optional.of(
          HEX.matcher(text).matches()
              ? HexFormat.of().parseHex(text)
              : Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static long distinct(byte[] bytes) {
    boolean[] seen = new boolean[256];
    long count = 0;
    for (byte b : bytes) {
      if (!seen[b & 0xff]) {
        seen[b & 0xff] = true;
        count++;
      }
    }
    return count;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(derive("hashCode"));
  }

  @Override
  public String toString() {
    return "(a secret)";
  }
}
