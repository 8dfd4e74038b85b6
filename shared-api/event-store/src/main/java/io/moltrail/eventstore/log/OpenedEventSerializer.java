package io.moltrail.eventstore.log;

import io.moltrail.eventstore.json.EventTypes;
import io.moltrail.eventstore.json.MessageJson;
import io.moltrail.eventstore.upcasting.KnownEvents;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Axon's view of stored events: the engine hands over opened JSON trees, upcasters work on them,
 * and this turns the result into records. Writing does not pass here, because sealing needs the
 * event's id and subject.
 */
final class OpenedEventSerializer implements Serializer {

  private final Converter converter = new ChainingConverter();
  private final KnownEvents known;

  OpenedEventSerializer(KnownEvents known) {
    this.known = known;
  }

  @Override
  public <T> SerializedObject<T> serialize(
      @Nullable Object object, Class<T> expectedRepresentation) {
    throw new UnsupportedOperationException("Events are written by the engine, sealed");
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
    return false;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <S, T> @Nullable T deserialize(SerializedObject<S> serialized) {
    if (serialized.getData() instanceof MetaData metaData) {
      return (T) metaData;
    }
    Class<?> type = classForType(serialized.getType());
    return type == UnknownSerializedType.class
        ? (T) new UnknownSerializedType(this, serialized)
        : (T) MessageJson.read((JsonNode) serialized.getData(), type);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class classForType(SerializedType type) {
    return known.current(type).<Class>map(it -> it).orElse(UnknownSerializedType.class);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public SerializedType typeForClass(@Nullable Class type) {
    if (type == null || type == Void.class) {
      return SerializedType.emptyType();
    }
    EventTypes.EventType known = EventTypes.of(type);
    return new SimpleSerializedType(known.name(), known.revision());
  }

  @Override
  public Converter getConverter() {
    return converter;
  }
}
