package io.moltrail.eventstore.envelope;

import javax.crypto.SecretKey;

/**
 * Wraps data keys, so that the key table alone opens nothing. A local file or variable today, a KMS
 * or Vault tomorrow.
 */
public interface KeyWrapper {

  /** Names the wrapping key without revealing it; stored beside each wrapped key. */
  String id();

  byte[] wrap(SecretKey dataKey, String subject);

  SecretKey unwrap(byte[] wrapped, String subject);
}
