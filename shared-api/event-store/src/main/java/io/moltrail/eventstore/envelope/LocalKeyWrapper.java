package io.moltrail.eventstore.envelope;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.SecretKey;

/** Wraps data keys under a 256-bit key that was given to this process ({@code PII_KEK}). */
public final class LocalKeyWrapper implements KeyWrapper {

  private static final String KIND = "local:";
  private static final int ID_BYTES = 4;
  private final SecretKey wrappingKey;
  private final String id;

  /**
   * @param wrappingKey at least 32 bytes; their SHA-256 is the key
   */
  public LocalKeyWrapper(byte[] wrappingKey) {
    this.wrappingKey = AesGcm.key(sha256(wrappingKey));
    this.id = KIND + HexFormat.of().formatHex(sha256(this.wrappingKey.getEncoded()), 0, ID_BYTES);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public byte[] wrap(SecretKey dataKey, String subject) {
    return AesGcm.seal(wrappingKey, dataKey.getEncoded(), subject);
  }

  @Override
  public SecretKey unwrap(byte[] wrapped, String subject) {
    return AesGcm.key(AesGcm.open(wrappingKey, wrapped, subject));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
