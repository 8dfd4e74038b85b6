package io.moltrail.eventstore.golden;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.Event;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which fields of an event have nothing in them, and which variants it does not show. */
final class Populated {

  private final List<String> missing = new ArrayList<>();
  private final Set<Class<?>> sealed = new LinkedHashSet<>();
  private final Set<Class<?>> seen = new LinkedHashSet<>();

  private Populated() {}

  static List<String> missingIn(Object event) {
    Populated walk = new Populated();
    walk.value(event.getClass().getSimpleName(), event);
    walk.sealed.removeIf(Event.class::isAssignableFrom);
    walk.sealed.stream()
        .flatMap(it -> List.of(it.getPermittedSubclasses()).stream())
        .filter(it -> !walk.seen.contains(it))
        .forEach(it -> walk.missing.add("a " + it.getSimpleName()));
    return walk.missing;
  }

  private void value(String path, Object value) {
    switch (value) {
      case Optional<?> it when it.isEmpty() -> missing.add(path);
      case Optional<?> it -> value(path, it.get());
      case Erasable.Kept<?>(Object kept) -> value(path, kept);
      case Erasable.Erased<?>() -> missing.add(path);
      case Collection<?> it when it.isEmpty() -> missing.add(path);
      case Map<?, ?> it when it.isEmpty() -> missing.add(path);
      case Collection<?> it -> it.forEach(element -> value(path + "[]", element));
      case Map<?, ?> it -> it.values().forEach(element -> value(path + "{}", element));
      case Record it -> components(path, it);
      default -> {
        // a plain value, which is there
      }
    }
  }

  private void components(String path, Record value) {
    seen.add(value.getClass());
    for (Class<?> family : value.getClass().getInterfaces()) {
      if (family.isSealed()) {
        sealed.add(family);
      }
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        value(path + "." + component.getName(), component.getAccessor().invoke(value));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
