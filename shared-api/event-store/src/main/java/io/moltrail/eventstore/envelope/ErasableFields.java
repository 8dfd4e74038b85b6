package io.moltrail.eventstore.envelope;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import io.moltrail.messages.Event;
import io.moltrail.messages.Id;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which fields of an event are erasable and with whom, read once from its record. An erasable value
 * stands in the event itself; deeper down it would be written in clear, so such a record is
 * refused.
 */
final class ErasableFields {

  private static final ClassValue<List<ErasableField>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<ErasableField> computeValue(Class<?> type) {
          Arrays.stream(type.getRecordComponents()).forEach(it -> requireNoneBelow(type, it));
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

  private static void requireNoneBelow(Class<?> type, RecordComponent component) {
    Type value =
        component.getType() == Erasable.class
                && component.getGenericType() instanceof ParameterizedType erasable
            ? erasable.getActualTypeArguments()[0]
            : component.getGenericType();
    if (holdsErasable(value, new HashSet<>())) {
      throw new IllegalStateException(
          type.getName() + "." + component.getName() + " holds an erasable value within another");
    }
  }

  private static boolean holdsErasable(Type type, Set<Type> seen) {
    if (!seen.add(type)) {
      return false;
    }
    return switch (type) {
      case ParameterizedType it ->
          holdsErasable(it.getRawType(), seen)
              || Arrays.stream(it.getActualTypeArguments()).anyMatch(of -> holdsErasable(of, seen));
      case Class<?> it when it == Erasable.class -> true;
      case Class<?> it when it.isRecord() ->
          Arrays.stream(it.getRecordComponents())
              .anyMatch(component -> holdsErasable(component.getGenericType(), seen));
      default -> false;
    };
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
        .map(subject -> new ErasableField(component.getName(), subject, declared.text()))
        .orElseThrow(
            () -> new IllegalStateException(type.getName() + " has no id " + declared.value()));
  }

  /**
   * A field and the component that holds the id with which it is erased.
   *
   * @param text whether it can be erased without all else that falls with that id
   */
  record ErasableField(String name, RecordComponent owner, boolean text) {

    /**
     * @throws IllegalStateException when a text would fall with another than the event's reason
     *     does: both are under one key
     */
    String ownerOf(Event event) {
      String found = read(event).subject();
      if (text && !found.equals(event.subject().subject())) {
        throw new IllegalStateException(
            event.getClass().getName() + "." + name + " is no text of the event's own subject");
      }
      return found;
    }

    private Id read(Event event) {
      try {
        return (Id) owner.getAccessor().invoke(event);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("An event's subject could not be read", e);
      }
    }
  }
}
