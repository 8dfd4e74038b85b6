package io.moltrail.eventstore.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce in front of the ciphertext and a 128-bit
 * tag behind it.
 */
final class AesGcm {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private AesGcm() {}

  static SecretKey newKey() {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return key(bytes);
  }

  static SecretKey key(byte[] bytes) {
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("a data key has 32 bytes");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  static byte[] seal(SecretKey key, byte[] clear, String associated) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, clear, 0, clear.length, associated);
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * @throws IllegalStateException when the bytes were not sealed under this key with these
   *     associated data
   */
  static byte[] open(SecretKey key, byte[] sealed, String associated) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    return run(
        Cipher.DECRYPT_MODE,
        key,
        nonce,
        sealed,
        NONCE_BYTES,
        sealed.length - NONCE_BYTES,
        associated);
  }

  private static byte[] run(
      int mode,
      SecretKey key,
      byte[] nonce,
      byte[] input,
      int from,
      int length,
      String associated) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input, from, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("An envelope could not be " + verb(mode), e);
    }
  }

  private static String verb(int mode) {
    return mode == Cipher.ENCRYPT_MODE ? "sealed" : "opened";
  }
}
