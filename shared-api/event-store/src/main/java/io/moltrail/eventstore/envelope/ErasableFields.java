package io.moltrail.eventstore.envelope;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import io.moltrail.messages.Event;
import io.moltrail.messages.Id;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Which fields of an event are erasable and with whom, read once from its record. */
final class ErasableFields {

  private static final ClassValue<List<ErasableField>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<ErasableField> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(component -> component.getType() == Erasable.class)
              .map(component -> field(type, component))
              .toList();
        }
      };

  private ErasableFields() {}

  static List<ErasableField> of(Event event) {
    return FIELDS.get(event.getClass());
  }

  private static ErasableField field(Class<?> type, RecordComponent component) {
    ErasedWith declared = component.getAnnotation(ErasedWith.class);
    if (declared == null) {
      throw new IllegalStateException(
          type.getName() + "." + component.getName() + " names no subject");
    }
    return Arrays.stream(type.getRecordComponents())
        .filter(
            it -> it.getName().equals(declared.value()) && Id.class.isAssignableFrom(it.getType()))
        .findFirst()
        .map(subject -> new ErasableField(component.getName(), subject))
        .orElseThrow(
            () -> new IllegalStateException(type.getName() + " has no id " + declared.value()));
  }

  /** A field and the component that holds its subject's id. */
  record ErasableField(String name, RecordComponent subject) {

    String subjectOf(Event event) {
      try {
        return ((Id) subject.getAccessor().invoke(event)).subject();
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("An event's subject could not be read", e);
      }
    }
  }
}
