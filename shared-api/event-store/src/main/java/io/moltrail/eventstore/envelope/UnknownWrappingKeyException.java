package io.moltrail.eventstore.envelope;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * A data key is wrapped under a key that this process was not given. That is a fault of its
 * configuration, not an erased value: to a caller it is a database that is away (503), and better
 * configured it can be read.
 */
public final class UnknownWrappingKeyException extends DataAccessResourceFailureException {

  private static final long serialVersionUID = 1L;

  UnknownWrappingKeyException(String name) {
    super("A data key is wrapped under " + name + ", which PII_KEK and PII_KEK_PREVIOUS lack");
  }
}
