package io.moltrail.eventstore.upcasting;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lifts one stored revision of one event type to the next. Pure: what it needs to know is in the
 * opened payload or in the metadata. Fields whose key was destroyed are absent, and stay so.
 */
public abstract class RevisionUpcaster extends SingleEventUpcaster {

  private final SerializedType from;
  private final SerializedType to;

  /**
   * @param type a stored name
   * @param revision that it lifts by one
   */
  protected RevisionUpcaster(String type, int revision) {
    from = new SimpleSerializedType(type, Integer.toString(revision));
    to = new SimpleSerializedType(type, Integer.toString(revision + 1));
  }

  final SerializedType from() {
    return from;
  }

  /**
   * @param payload a copy, which may be changed
   */
  protected abstract ObjectNode lift(ObjectNode payload, MetaData metadata);

  @Override
  protected final boolean canUpcast(IntermediateEventRepresentation event) {
    return event.getType().equals(from);
  }

  @Override
  protected final IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
    return event.upcastPayload(
        to,
        JsonNode.class,
        payload -> lift((ObjectNode) payload.deepCopy(), event.getMetaData().getObject()));
  }
}
