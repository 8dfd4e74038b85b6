package io.moltrail.eventstore.log;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedType;

/** The log holds an event that a newer version has written and this one cannot read. */
public final class UnknownEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param stored its type and revision, as they stand in the log
   */
  public UnknownEventException(DomainEventMessage<?> event, SerializedType stored) {
    super(
        "Event %s of %s %s is a %s, revision %s, which this version does not know; a newer one is needed"
            .formatted(
                event.getIdentifier(),
                event.getType(),
                event.getAggregateIdentifier(),
                stored.getName(),
                stored.getRevision()));
  }
}
