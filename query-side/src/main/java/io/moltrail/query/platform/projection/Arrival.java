package io.moltrail.query.platform.projection;

import io.moltrail.eventstore.json.EventTypes;
import io.moltrail.messages.LogPlace;
import io.moltrail.query.platform.database.Tokens;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * An event as it comes from the log.
 *
 * @param type as this version would write it; as it is stored when this version does not know it
 * @param fact what it says; empty when this version does not know it
 */
record Arrival(
    LogPlace place,
    String eventId,
    UUID aggregateId,
    long sequenceNumber,
    SerializedType type,
    Optional<Fact> fact) {

  static Arrival of(EventMessage<?> message) {
    DomainEventMessage<?> event = (DomainEventMessage<?>) message;
    return new Arrival(
        Tokens.place(((TrackedEventMessage<?>) message).trackingToken()).orElseThrow(),
        event.getIdentifier(),
        UUID.fromString(event.getAggregateIdentifier()),
        event.getSequenceNumber(),
        type(event),
        Fact.of(event));
  }

  private static SerializedType type(DomainEventMessage<?> event) {
    if (event.getPayload() instanceof UnknownSerializedType unknown) {
      return unknown.serializedType();
    }
    EventTypes.EventType known = EventTypes.of(event.getPayloadType());
    return new SimpleSerializedType(known.name(), known.revision());
  }
}
