package io.moltrail.eventstore.envelope;

import javax.crypto.SecretKey;

/**
 * Wraps data keys, so that the key table alone opens nothing: under a key that was given to this
 * process, or one that stays in Vault. What was wrapped for one subject is not unwrapped for
 * another.
 */
public interface KeyWrapper {

  /** Names the wrapping key without revealing it; stored beside each wrapped key. */
  String id();

  /**
   * @throws KeyKeeperUnavailableException when the wrapping key is kept elsewhere and cannot be
   *     used now
   */
  byte[] wrap(SecretKey dataKey, String subject);

  /**
   * @throws KeyKeeperUnavailableException when the wrapping key is kept elsewhere and cannot be
   *     used now
   * @throws IllegalStateException when the bytes were not wrapped under this key for this subject
   */
  SecretKey unwrap(byte[] wrapped, String subject);
}
