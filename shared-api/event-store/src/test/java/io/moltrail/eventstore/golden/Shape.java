package io.moltrail.eventstore.golden;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an event looks like in JSON, down to the last field: path and type, one a line. Classes go
 * by what they hold, so one may be renamed or moved; the variants of a sealed interface alone go by
 * their names.
 */
record Shape(SortedMap<String, String> fields) {

  private static final String ENUM = "enum ";

  static Shape of(Class<?> event) {
    SortedMap<String, String> fields = new TreeMap<>();
    components("", event, fields);
    return new Shape(fields);
  }

  private static void components(String path, Class<?> type, Map<String, String> fields) {
    for (RecordComponent component : type.getRecordComponents()) {
      ErasedWith erased = component.getAnnotation(ErasedWith.class);
      field(
          path + component.getName(),
          component.getGenericType(),
          erased == null ? "" : how(erased),
          fields);
    }
  }

  private static String how(ErasedWith erased) {
    return (erased.text() ? "text, " : "") + "erased with " + erased.value() + ", ";
  }

  private static void field(String path, Type type, String how, Map<String, String> fields) {
    switch (type) {
      case ParameterizedType it when it.getRawType() == Erasable.class ->
          field(path, it.getActualTypeArguments()[0], how + "erasable ", fields);
      case ParameterizedType it when it.getRawType() == Optional.class ->
          field(path, it.getActualTypeArguments()[0], how + "optional ", fields);
      case ParameterizedType it -> collection(path, it, how, fields);
      case Class<?> it -> plain(path, it, how, fields);
      default -> throw new IllegalArgumentException(path + ": no event may hold a " + type);
    }
  }

  private static void collection(
      String path, ParameterizedType type, String how, Map<String, String> fields) {
    Class<?> raw = (Class<?>) type.getRawType();
    List<Type> arguments = List.of(type.getActualTypeArguments());
    if (!Collection.class.isAssignableFrom(raw) && raw != Map.class) {
      throw new IllegalArgumentException(path + ": no event may hold a " + type);
    }
    fields.put(path, how + raw.getSimpleName());
    if (raw == Map.class) {
      field(path + "{key}", arguments.getFirst(), "", fields);
    }
    field(path + (raw == Map.class ? "{}" : "[]"), arguments.getLast(), "", fields);
  }

  private static void plain(String path, Class<?> type, String how, Map<String, String> fields) {
    if (type.isEnum()) {
      fields.put(path, how + ENUM + names(Arrays.asList(type.getEnumConstants())));
    } else if (isValue(type)) {
      field(path, type.getRecordComponents()[0].getGenericType(), how, fields);
    } else if (type.isRecord()) {
      fields.put(path, how + "record");
      components(path + ".", type, fields);
    } else if (type.isSealed()) {
      List<Class<?>> variants = List.of(type.getPermittedSubclasses());
      fields.put(
          path, how + "one of " + names(variants.stream().map(Class::getSimpleName).toList()));
      variants.forEach(it -> plain(path + "|" + it.getSimpleName(), it, "", fields));
    } else if (type.isPrimitive() || type.getName().startsWith("java.")) {
      fields.put(path, how + type.getSimpleName());
    } else {
      throw new IllegalArgumentException(path + ": no event may hold a " + type);
    }
  }

  /** Written as its value, as {@code ValueRecords} has it. */
  private static boolean isValue(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components != null && components.length == 1 && components[0].getName().equals("value");
  }

  private static String names(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
  }

  /**
   * Why events that were stored in this shape cannot be taken for events of another one; empty when
   * they can. A further constant of an enum does no harm to what is stored.
   */
  List<String> unlike(Shape other) {
    SortedMap<String, String> all = new TreeMap<>(fields);
    all.putAll(other.fields);
    return all.keySet().stream()
        .flatMap(path -> difference(path, other.fields.get(path)).stream())
        .toList();
  }

  private Optional<String> difference(String path, @Nullable String now) {
    String was = fields.get(path);
    if (was == null) {
      return Optional.of(path + " was not there and is \"" + now + "\"");
    }
    if (now == null) {
      return Optional.of(path + " was \"" + was + "\" and is not there");
    }
    return was.equals(now) || hasOnlyMoreConstants(was, now)
        ? Optional.empty()
        : Optional.of(path + " was \"" + was + "\" and is \"" + now + "\"");
  }

  private static boolean hasOnlyMoreConstants(String was, String now) {
    int constants = was.indexOf(ENUM) + ENUM.length();
    return was.contains(ENUM)
        && now.startsWith(was.substring(0, constants))
        && constants(now, constants).containsAll(constants(was, constants));
  }

  private static Set<String> constants(String type, int from) {
    return Set.of(type.substring(from).split(" "));
  }
}
