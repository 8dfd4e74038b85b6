package io.moltrail.eventstore.envelope;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 (RFC 2104) of a labelled value: equal values under one key give equal bytes, and
 * nothing else is told.
 */
public final class Fingerprint {

  private Fingerprint() {}

  public static byte[] of(byte[] key, String label, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((label + '\0').getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
