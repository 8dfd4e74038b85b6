package io.moltrail.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.moltrail.messages.Id;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads from our records what their types say: what is not {@code @Nullable} is always there and
 * never null, and the rest is there as null unless null is left out.
 */
final class RecordSchemas implements ModelConverter {

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
    if (Id.class.isAssignableFrom(raw)) {
      return new UUIDSchema().description("UUIDv7 in canonical lower case");
    }
    Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    if (schema != null && raw.isRecord() && raw.getName().startsWith("io.moltrail.")) {
      Schema<?> model =
          schema.get$ref() == null
              ? schema
              : context
                  .getDefinedModels()
                  .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
      if (model != null && model.getProperties() != null) {
        Stream.of(raw.getRecordComponents()).forEach(it -> complete(model, it));
      }
    }
    return schema;
  }

  private static void complete(Schema<?> model, RecordComponent component) {
    Schema<?> property = model.getProperties().get(component.getName());
    if (property == null
        || JsonNode.class.isAssignableFrom(component.getType())
        || isLeftOut(component)) {
      return;
    }
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !isNullable(property)) {
      model.getProperties().put(component.getName(), orNull(property));
    }
    List<String> required = Objects.requireNonNullElse(model.getRequired(), List.of());
    if (!required.contains(component.getName())) {
      model.addRequiredItem(component.getName());
    }
  }

  private static boolean isLeftOut(RecordComponent component) {
    JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
    JsonInclude include =
        own == null ? component.getDeclaringRecord().getAnnotation(JsonInclude.class) : own;
    return include != null
        && (include.value() == Include.NON_EMPTY
            || include.value() == Include.NON_NULL && mayBeNull(component));
  }

  private static boolean mayBeNull(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  static boolean isNullable(Schema<?> property) {
    return Boolean.TRUE.equals(property.getNullable())
        || property.getTypes() != null && property.getTypes().contains("null")
        || property.getAnyOf() != null
            && property.getAnyOf().stream().anyMatch(RecordSchemas::isNullable);
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.get$ref() != null) {
      Schema<?> none = new JsonSchema();
      none.addType("null");
      Schema<?> reference = new Schema<>().$ref(property.get$ref());
      return new JsonSchema()
          .anyOf(new ArrayList<>(List.of(reference, none)))
          .description(property.getDescription());
    }
    if (property.getTypes() == null) {
      property.setNullable(true);
    } else {
      property.addType("null");
    }
    if (property.getEnum() != null) {
      allowNull(property);
    }
    return property;
  }

  private static <T> void allowNull(Schema<T> property) {
    List<T> values = new ArrayList<>(property.getEnum());
    values.add(null);
    property.setEnum(values);
  }
}
