package io.moltrail.query.platform.projection;

import io.moltrail.messages.Event;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.query.platform.database.Tokens;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** An event with its place and its circumstances, out of Axon's wrapping. */
public record Fact(
    Event event, UUID aggregateId, String eventId, LogPlace place, Recorded recorded) {

  /** Empty when this version does not know the event: it must not be dropped silently. */
  public static Optional<Fact> of(DomainEventMessage<?> message) {
    return message.getPayload() instanceof Event event
        ? Optional.of(of(message, event))
        : Optional.empty();
  }

  private static Fact of(DomainEventMessage<?> message, Event event) {
    return new Fact(
        event,
        UUID.fromString(message.getAggregateIdentifier()),
        message.getIdentifier(),
        Tokens.place(((TrackedEventMessage<?>) message).trackingToken()).orElseThrow(),
        new Recorded(
            message.getSequenceNumber() + 1, micros(message.getTimestamp()), actor(message)));
  }

  private static Instant micros(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  private static String actor(EventMessage<?> message) {
    return String.valueOf(message.getMetaData().getOrDefault(MetadataKeys.ACTOR, "unknown"));
  }
}
