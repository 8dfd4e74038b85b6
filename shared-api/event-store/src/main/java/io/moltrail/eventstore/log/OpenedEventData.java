package io.moltrail.eventstore.log;

import io.moltrail.eventstore.envelope.EventSealer;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import tools.jackson.databind.JsonNode;

/** A stored event whose envelopes have been opened as far as their keys exist. */
final class OpenedEventData implements DomainEventData<JsonNode>, TrackedEventData<JsonNode> {

  private final StoredEvent stored;
  private final JsonNode payload;
  private final MetaData metadata;

  OpenedEventData(StoredEvent stored, EventSealer sealer) {
    this.stored = stored;
    this.payload = sealer.openPayload(stored.payload());
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
