package io.moltrail.eventstore.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key of type aes256-gcm96 in all its versions; ciphertexts read {@code vault:v<n>:<base64>}. */
final class TransitKey {

  private static final Pattern CIPHERTEXT = Pattern.compile("vault:v(\\d{1,9}):(.+)");
  private static final int NONCE_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<byte[]> versions = new CopyOnWriteArrayList<>();

  TransitKey() {
    rotate();
  }

  void rotate() {
    versions.add(random(32));
  }

  String encrypt(byte[] clear, byte[] associated) {
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, versions.getLast(), nonce, clear, associated);
    byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return "vault:v" + versions.size() + ":" + Base64.getEncoder().encodeToString(all);
  }

  /**
   * @throws IllegalArgumentException for anything that this key did not make with these data
   */
  byte[] decrypt(String ciphertext, byte[] associated) {
    MatchResult parts =
        CIPHERTEXT
            .matcher(ciphertext)
            .results()
            .findFirst()
            .orElseThrow(IllegalArgumentException::new);
    byte[] all = Base64.getDecoder().decode(parts.group(2));
    return run(
        Cipher.DECRYPT_MODE,
        versions.get(Integer.parseInt(parts.group(1)) - 1),
        Arrays.copyOf(all, NONCE_BYTES),
        Arrays.copyOfRange(all, NONCE_BYTES, all.length),
        associated);
  }

  private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] input, byte[] associated) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      cipher.updateAAD(associated);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
