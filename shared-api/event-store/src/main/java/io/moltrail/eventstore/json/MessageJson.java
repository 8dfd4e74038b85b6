package io.moltrail.eventstore.json;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.molecule.Annotation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The one way in which messages are written as JSON in the log. No type names, no class names, no
 * defaults.
 */
public final class MessageJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .annotationIntrospector(
              AnnotationIntrospector.pair(new ValueRecords(), new JacksonAnnotationIntrospector()))
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .addModule(erasables())
          .build();

  private MessageJson() {}

  public static JsonMapper mapper() {
    return MAPPER;
  }

  /**
   * As the mapper reads it, but a tree that does not fit is told of without its values: Jackson
   * quotes what it cannot read, and that would end up in a log.
   *
   * @throws UnreadableMessageException when the tree does not fit
   */
  public static <T> T read(JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw new UnreadableMessageException(type, e);
    }
  }

  private static SimpleModule erasables() {
    SimpleModule module = new SimpleModule("moltrail");
    module.addSerializer(Erasable.class, new ErasableSerializer());
    module.addDeserializer(Erasable.class, new ErasableDeserializer());
    module.addDeserializer(Annotation.class, new AnnotationDeserializer());
    return module;
  }

  @SuppressWarnings("rawtypes")
  private static final class ErasableSerializer extends ValueSerializer<Erasable> {

    @Override
    public void serialize(Erasable value, JsonGenerator generator, SerializationContext context) {
      switch (value) {
        case Erasable.Kept<?>(Object kept) -> context.writeValue(generator, kept);
        case Erasable.Erased<?>() ->
            throw new IllegalStateException("an erased value cannot be written again");
        default -> throw new IllegalStateException("unreachable");
      }
    }
  }

  private static final class AnnotationDeserializer extends ValueDeserializer<Annotation> {

    @Override
    public Annotation deserialize(JsonParser parser, DeserializationContext context) {
      return switch (parser.currentToken()) {
        case VALUE_STRING -> new Annotation.Text(parser.getString());
        case VALUE_TRUE -> new Annotation.Flag(true);
        case VALUE_FALSE -> new Annotation.Flag(false);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            new Annotation.Quantity(parser.getDecimalValue());
        default -> (Annotation) context.handleUnexpectedToken(Annotation.class, parser);
      };
    }
  }
}
