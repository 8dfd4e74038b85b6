package io.moltrail.query.history;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event changed, and nothing else.
 *
 * @param before null when there was nothing before
 */
record Difference(@Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {

  /** Of an event that this version does not know, or that follows one. */
  static final Difference UNTOLD = new Difference(null, null);

  static Difference between(
      @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
    if (before == null || after == null) {
      return new Difference(before, after);
    }
    Map<String, Object> was = new LinkedHashMap<>();
    Map<String, Object> is = new LinkedHashMap<>();
    compare(before, after, was, is);
    return new Difference(was, is);
  }

  /**
   * As it may be told in a project: where a molecule has left it, that it did and where to, and
   * nothing of what it is there.
   */
  Difference toldIn(String project) {
    boolean left =
        before != null
            && after != null
            && project.equals(before.get(Fields.PROJECT))
            && !project.equals(after.getOrDefault(Fields.PROJECT, project));
    return left ? new Difference(before, Map.of(Fields.PROJECT, after.get(Fields.PROJECT))) : this;
  }

  /**
   * Fields in fields are compared one by one: of the members, only the one who has another role is
   * named.
   */
  private static void compare(
      Map<?, ?> before, Map<?, ?> after, Map<String, Object> was, Map<String, Object> is) {
    Set<Object> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (Object name : names) {
      Object old = before.get(name);
      Object now = after.get(name);
      if (old instanceof Map<?, ?> oldFields && now instanceof Map<?, ?> newFields) {
        compareInside(name.toString(), oldFields, newFields, was, is);
      } else if (!Objects.equals(old, now)) {
        put(before, name, was);
        put(after, name, is);
      }
    }
  }

  private static void compareInside(
      String name,
      Map<?, ?> before,
      Map<?, ?> after,
      Map<String, Object> was,
      Map<String, Object> is) {
    Map<String, Object> wasInside = new LinkedHashMap<>();
    Map<String, Object> isInside = new LinkedHashMap<>();
    compare(before, after, wasInside, isInside);
    if (!wasInside.isEmpty() || !isInside.isEmpty()) {
      was.put(name, wasInside);
      is.put(name, isInside);
    }
  }

  private static void put(Map<?, ?> from, Object name, Map<String, Object> into) {
    if (from.containsKey(name)) {
      into.put(name.toString(), from.get(name));
    }
  }
}
