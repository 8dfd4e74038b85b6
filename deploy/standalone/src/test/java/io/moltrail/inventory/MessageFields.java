package io.moltrail.inventory;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Walks a message's record down to its leaves: {@code []} stands for each element, <code>{key}
 * </code> and <code>{value}</code> for those of a map, {@code |Name} for one form of a sealed type.
 */
final class MessageFields {

  private static final Set<Class<?>> LEAVES =
      Set.of(
          String.class,
          UUID.class,
          BigDecimal.class,
          Instant.class,
          Integer.class,
          Long.class,
          Double.class,
          Boolean.class);

  private final Kind kind;
  private final String message;
  private final List<MessageField> found = new ArrayList<>();

  private MessageFields(Kind kind, String message) {
    this.kind = kind;
    this.message = message;
  }

  /**
   * @throws IllegalStateException when a type is met that the walk does not know
   */
  static List<MessageField> of(Kind kind, String message, Class<?> type) {
    MessageFields walk = new MessageFields(kind, message);
    for (RecordComponent component : type.getRecordComponents()) {
      walk.component(type, component);
    }
    return walk.found;
  }

  /** Envelopes are sealed by component, so only a component itself can be erasable. */
  private void component(Class<?> owner, RecordComponent component) {
    String path = component.getName();
    if (component.getGenericType() instanceof ParameterizedType erasable
        && erasable.getRawType() == Erasable.class) {
      walk(path, erasable.getActualTypeArguments()[0], Optional.of(subject(owner, component)));
    } else {
      walk(path, component.getGenericType(), Optional.empty());
    }
  }

  private static Class<?> subject(Class<?> owner, RecordComponent component) {
    ErasedWith with = component.getAnnotation(ErasedWith.class);
    return Arrays.stream(owner.getRecordComponents())
        .filter(it -> with != null && it.getName().equals(with.value()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(component + " names no subject"))
        .getType();
  }

  private void walk(String path, Type type, Optional<Class<?>> subject) {
    switch (type) {
      case ParameterizedType it -> container(path, it, subject);
      case Class<?> it when it.isPrimitive() || it.isEnum() || LEAVES.contains(it) ->
          found.add(new MessageField(new Place(kind, message + "/" + path), subject));
      case Class<?> it when it.isRecord() -> record(path, it, subject);
      case Class<?> it when it.isSealed() -> {
        for (Class<?> form : it.getPermittedSubclasses()) {
          walk(path + "|" + form.getSimpleName(), form, subject);
        }
      }
      default -> throw unknown(path, type);
    }
  }

  private void container(String path, ParameterizedType type, Optional<Class<?>> subject) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (raw == Optional.class) {
      walk(path, arguments[0], subject);
    } else if (Collection.class.isAssignableFrom(raw)) {
      walk(path + "[]", arguments[0], subject);
    } else if (raw == Map.class) {
      walk(path + "{key}", arguments[0], subject);
      walk(path + "{value}", arguments[1], subject);
    } else {
      throw unknown(path, type);
    }
  }

  /** A record around one value is stored as that value. */
  private void record(String path, Class<?> type, Optional<Class<?>> subject) {
    RecordComponent[] components = type.getRecordComponents();
    boolean oneValue = components.length == 1 && components[0].getName().equals("value");
    for (RecordComponent it : components) {
      walk(oneValue ? path : path + "." + it.getName(), it.getGenericType(), subject);
    }
  }

  private IllegalStateException unknown(String path, Type type) {
    return new IllegalStateException(
        "The inventory cannot look into %s/%s, a %s".formatted(message, path, type));
  }
}
