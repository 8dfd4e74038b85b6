package io.moltrail.eventstore.envelope.vault;

import io.moltrail.eventstore.envelope.KeyKeeperUnavailableException;
import io.moltrail.eventstore.envelope.KeyWrapper;
import io.moltrail.eventstore.envelope.vault.TransitEngine.TransitRefusalException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps data keys under a key that never leaves Vault (<a
 * href="https://developer.hashicorp.com/vault/api-docs/secret/transit">transit engine</a>, AES-GCM
 * or ChaCha20-Poly1305). The subject is the associated data: unlike a derivation context, which
 * Vault ignores in silence when the key was not made for it, Vault refuses these where it cannot
 * bind them. Versions of the key are Vault's own affair.
 */
public final class VaultKeyWrapper implements KeyWrapper {

  private static final int KEY_BYTES = 32;
  private static final Base64.Encoder ENCODER = Base64.getEncoder();
  private static final Base64.Decoder DECODER = Base64.getDecoder();

  private final TransitEngine transit;
  private final String key;

  /**
   * @param key the name of a transit key, without a slash
   */
  public VaultKeyWrapper(TransitEngine transit, String key) {
    this.transit = transit;
    this.key = key;
  }

  @Override
  public String id() {
    return "vault:" + key;
  }

  @Override
  public byte[] wrap(SecretKey dataKey, String subject) {
    Map<String, String> request =
        Map.of(
            "plaintext", ENCODER.encodeToString(dataKey.getEncoded()),
            "associated_data", associated(subject));
    try {
      return transit.ask("encrypt", key, request, "ciphertext").getBytes(StandardCharsets.US_ASCII);
    } catch (TransitRefusalException e) {
      throw new IllegalStateException("Vault does not wrap under its key " + key, e);
    }
  }

  @Override
  public SecretKey unwrap(byte[] wrapped, String subject) {
    Map<String, String> request =
        Map.of(
            "ciphertext",
            new String(wrapped, StandardCharsets.US_ASCII),
            "associated_data",
            associated(subject));
    try {
      return dataKey(transit.ask("decrypt", key, request, "plaintext"));
    } catch (TransitRefusalException e) {
      throw new IllegalStateException(
          "Vault does not unwrap the data key of " + subject + " under its key " + key, e);
    }
  }

  private static String associated(String subject) {
    return ENCODER.encodeToString(subject.getBytes(StandardCharsets.UTF_8));
  }

  private static SecretKey dataKey(String base64) {
    byte[] bytes = decoded(base64);
    if (bytes.length != KEY_BYTES) {
      throw new KeyKeeperUnavailableException("its answer is no data key", null);
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /** What does not decode may be most of a key, so no cause tells it. */
  private static byte[] decoded(String base64) {
    try {
      return DECODER.decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
