package io.moltrail.standalone.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which role may do what with each object; an object without any right is there, too. */
final class Rights {

  private final SortedMap<DatabaseObject, SortedMap<String, SortedSet<String>>> byObject =
      new TreeMap<>();

  void add(DatabaseObject object) {
    byObject.computeIfAbsent(object, it -> new TreeMap<>());
  }

  void add(DatabaseObject object, String role, String privilege) {
    add(object);
    byObject.get(object).computeIfAbsent(role, it -> new TreeSet<>()).add(privilege);
  }

  Set<DatabaseObject> objects() {
    return byObject.keySet();
  }

  boolean may(String role, String privilege, DatabaseObject object) {
    return privileges(role, object).contains(privilege);
  }

  /** One sentence for each right, and each object, that only one of the two knows. */
  List<String> differencesTo(Rights actual) {
    List<String> found = new ArrayList<>();
    for (DatabaseObject object : both(objects(), actual.objects())) {
      if (!byObject.containsKey(object)) {
        found.add(object + " is not in the table");
      } else if (!actual.byObject.containsKey(object)) {
        found.add(object + " does not exist");
      }
      compare(object, actual, found);
    }
    return found;
  }

  private void compare(DatabaseObject object, Rights actual, List<String> found) {
    for (String role : both(roles(object), actual.roles(object))) {
      Set<String> expected = privileges(role, object);
      Set<String> given = actual.privileges(role, object);
      for (String privilege : both(expected, given)) {
        if (!expected.contains(privilege)) {
          found.add(object + ": " + role + " must not have " + privilege);
        } else if (!given.contains(privilege)) {
          found.add(object + ": " + role + " lacks " + privilege);
        }
      }
    }
  }

  private Set<String> roles(DatabaseObject object) {
    return byObject.getOrDefault(object, new TreeMap<>()).keySet();
  }

  private Set<String> privileges(String role, DatabaseObject object) {
    Map<String, SortedSet<String>> byRole = byObject.getOrDefault(object, new TreeMap<>());
    return byRole.getOrDefault(role, new TreeSet<>());
  }

  private static <T> Set<T> both(Set<T> one, Set<T> other) {
    Set<T> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }
}
