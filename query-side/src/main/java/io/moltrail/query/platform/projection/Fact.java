package io.moltrail.query.platform.projection;

import io.moltrail.messages.Event;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.query.platform.database.Tokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** An event with its place and its circumstances, out of Axon's wrapping. */
public record Fact(
    Event event, UUID aggregateId, String eventId, LogPlace place, Recorded recorded) {

  /**
   * @throws UnknownEventException when this code does not know the event: it must not be dropped
   *     silently
   */
  public static Fact of(EventMessage<?> message) {
    if (!(message.getPayload() instanceof Event event)
        || !(message instanceof DomainEventMessage<?> domain)
        || !(message instanceof TrackedEventMessage<?> tracked)) {
      throw new UnknownEventException(message.getIdentifier());
    }
    return new Fact(
        event,
        UUID.fromString(domain.getAggregateIdentifier()),
        message.getIdentifier(),
        Tokens.place(tracked.trackingToken()).orElseThrow(),
        new Recorded(
            domain.getSequenceNumber() + 1, micros(message.getTimestamp()), actor(message)));
  }

  private static Instant micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  private static String actor(EventMessage<?> message) {
    return String.valueOf(message.getMetaData().getOrDefault(MetadataKeys.ACTOR, "unknown"));
  }

  /** The log was written by a newer version than this one reads. */
  public static final class UnknownEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownEventException(String eventId) {
      super(
          "Event "
              + eventId
              + " is of a type that this version does not know; it needs a newer query side");
    }
  }
}
