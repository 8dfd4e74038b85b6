package io.moltrail.eventstore.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMethod;

/**
 * Writes a record whose only component is called {@code value} as that value, so that an id is a
 * JSON string. The messages know nothing of JSON; this introspector says it for them.
 */
final class ValueRecords extends AnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
    boolean accessor =
        annotated instanceof AnnotatedMethod method
            && method.getParameterCount() == 0
            && method.getName().equals("value")
            && isValueRecord(method.getDeclaringClass());
    return accessor ? Boolean.TRUE : null;
  }

  @Override
  public JsonCreator.@Nullable Mode findCreatorAnnotation(
      MapperConfig<?> config, Annotated annotated) {
    boolean canonical =
        annotated instanceof AnnotatedConstructor constructor
            && constructor.getParameterCount() == 1
            && isValueRecord(constructor.getDeclaringClass());
    return canonical ? JsonCreator.Mode.DELEGATING : null;
  }

  private static boolean isValueRecord(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components != null
        && components.length == 1
        && components[0].getName().equals("value")
        && type.getName().startsWith("io.moltrail.");
  }
}
