package io.moltrail.eventstore.log;

import org.springframework.dao.ConcurrencyFailureException;

/**
 * The transaction took its id before the one that appended the predecessor of one of its events, so
 * the log's order would contradict the aggregate's. It is to be retried in a new transaction.
 */
public final class OutOfOrderAppendException extends ConcurrencyFailureException {

  private static final long serialVersionUID = 1L;

  OutOfOrderAppendException(String aggregateId, long sequenceNumber) {
    super(
        "Event %d of %s has a predecessor with a greater place"
            .formatted(sequenceNumber, aggregateId));
  }
}
