package io.moltrail.eventstore.json;

import io.moltrail.messages.Erasable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** A field that an envelope gave back is kept; one that is absent was erased. */
final class ErasableDeserializer extends ValueDeserializer<Erasable<?>> {

  private final @Nullable ValueDeserializer<Object> content;

  ErasableDeserializer() {
    this(null);
  }

  private ErasableDeserializer(@Nullable ValueDeserializer<Object> content) {
    this.content = content;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    JavaType type = context.getContextualType();
    JavaType erasable = type != null ? type : property.getType();
    return new ErasableDeserializer(
        context.findContextualValueDeserializer(erasable.containedType(0), property));
  }

  @Override
  public Erasable<?> deserialize(JsonParser parser, DeserializationContext context) {
    return Erasable.of(content.deserialize(parser, context));
  }

  @Override
  public Erasable<?> getNullValue(DeserializationContext context) {
    return Erasable.of(content.getNullValue(context));
  }

  @Override
  public Erasable<?> getAbsentValue(DeserializationContext context) {
    return Erasable.erased();
  }
}
