package io.moltrail.web.consistency;

import io.moltrail.messages.LogPlace;
import io.moltrail.web.problems.BadRequest;
import io.moltrail.web.settings.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Places in the log as clients carry them from a write to a read. Authenticated under {@code
 * LINK_KEY}, which both sides hold: a made-up place would let anybody make a reader wait, or tell
 * how far the log is.
 */
public final class ConsistencyTokens {

  public static final String HEADER = "X-Consistency-Token";

  private static final byte VERSION = 1;
  private static final int PLACE_BYTES = 1 + Integer.BYTES + Long.BYTES + Long.BYTES;
  private static final int TAG_BYTES = 16;

  private final SecretKeySpec key;

  public ConsistencyTokens(Secret linkKey) {
    this.key = new SecretKeySpec(linkKey.derive("consistency"), "HmacSHA256");
  }

  public String encode(LogPlace place) {
    byte[] bytes =
        ByteBuffer.allocate(PLACE_BYTES)
            .put(VERSION)
            .putInt(place.epoch())
            .putLong(place.transactionId())
            .putLong(place.globalIndex())
            .array();
    byte[] token = Arrays.copyOf(bytes, PLACE_BYTES + TAG_BYTES);
    System.arraycopy(tag(bytes), 0, token, PLACE_BYTES, TAG_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * @throws BadRequest when we did not make it
   */
  public LogPlace decode(String token) {
    byte[] bytes = bytes(token);
    byte[] place = Arrays.copyOf(bytes, PLACE_BYTES);
    byte[] tag = Arrays.copyOfRange(bytes, PLACE_BYTES, bytes.length);
    if (bytes[0] != VERSION || !MessageDigest.isEqual(tag, tag(place))) {
      throw malformed();
    }
    ByteBuffer fields = ByteBuffer.wrap(place, 1, PLACE_BYTES - 1);
    return new LogPlace(fields.getInt(), fields.getLong(), fields.getLong());
  }

  private static byte[] bytes(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length == PLACE_BYTES + TAG_BYTES) {
        return bytes;
      }
      throw malformed();
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private byte[] tag(byte[] place) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(place), TAG_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static BadRequest malformed() {
    return new BadRequest(
        "malformed-token", HEADER + " takes a token exactly as an answer to a write gave it.");
  }
}
