package io.moltrail.command.account;

import io.moltrail.web.settings.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps private signing keys: AES-256-GCM under a key derived from {@code SECRET_KEY}, bound to the
 * key's id.
 */
final class KeyWrap {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  KeyWrap(Secret secretKey) {
    this.key = new SecretKeySpec(secretKey.derive("signing-key-wrap"), "AES");
  }

  byte[] wrap(String clear, String keyId) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, keyId).doFinal(clear.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a signing key could not be wrapped", e);
    }
  }

  /** Empty when it was wrapped under another secret, or changed. */
  Optional<String> unwrap(byte[] wrapped, String keyId) {
    byte[] nonce = Arrays.copyOf(wrapped, NONCE_BYTES);
    try {
      byte[] clear =
          cipher(Cipher.DECRYPT_MODE, nonce, keyId)
              .doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
      return Optional.of(new String(clear, StandardCharsets.UTF_8));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a signing key could not be unwrapped", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String keyId) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
