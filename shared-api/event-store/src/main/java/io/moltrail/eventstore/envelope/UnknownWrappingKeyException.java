package io.moltrail.eventstore.envelope;

/**
 * A data key is wrapped under a key that this process was not given. That is a fault of its
 * configuration, not an erased value.
 */
public final class UnknownWrappingKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownWrappingKeyException(String name) {
    super("A data key is wrapped under " + name + ", which PII_KEK and PII_KEK_PREVIOUS lack");
  }
}
