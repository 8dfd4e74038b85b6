package io.moltrail.eventstore.log;

import io.moltrail.eventstore.envelope.EventSealer;
import io.moltrail.eventstore.upcasting.KnownEvents;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A stored event whose envelopes have been opened as far as their keys exist. The payload of an
 * event that is not known stays closed.
 */
final class OpenedEventData implements DomainEventData<JsonNode>, TrackedEventData<JsonNode> {

  private final StoredEvent stored;
  private final JsonNode payload;
  private final MetaData metadata;

  OpenedEventData(StoredEvent stored, EventSealer sealer, KnownEvents known) {
    this.stored = stored;
    this.payload =
        known.knows(stored.type(), stored.revision())
            ? sealer.openPayload(stored.payload())
            : MissingNode.getInstance();
    this.metadata = MetaData.from(sealer.openMetadata(stored.metadata()));
  }

  @Override
  public String getType() {
    return stored.aggregateType();
  }

  @Override
  public String getAggregateIdentifier() {
    return stored.aggregateId();
  }

  @Override
  public long getSequenceNumber() {
    return stored.sequenceNumber();
  }

  @Override
  public TrackingToken trackingToken() {
    return new PlaceToken(stored.place());
  }

  @Override
  public String getEventIdentifier() {
    return stored.eventId();
  }

  @Override
  public Instant getTimestamp() {
    return stored.at();
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public SerializedObject<JsonNode> getMetaData() {
    return (SerializedObject)
        new SimpleSerializedObject<>(metadata, MetaData.class, MetaData.class.getName(), null);
  }

  @Override
  public SerializedObject<JsonNode> getPayload() {
    return new SimpleSerializedObject<>(payload, JsonNode.class, stored.type(), stored.revision());
  }
}
