package io.moltrail.command.molecule;

import io.moltrail.messages.molecule.Annotation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A molecule's annotations, as far as they can still be read: whatever has been erased is not
 * there. That decides nothing but whether a change would change anything.
 */
record Annotations(Map<String, Annotation> byKey) {

  Annotations {
    byKey = Map.copyOf(byKey);
  }

  Annotations with(Map<String, Annotation> added) {
    Map<String, Annotation> all = new HashMap<>(byKey);
    all.putAll(added);
    return new Annotations(all);
  }

  Annotations without(Set<String> removed) {
    Map<String, Annotation> left = new HashMap<>(byKey);
    left.keySet().removeAll(removed);
    return new Annotations(left);
  }

  /** Those that are not as wanted. Numbers differ when their digits do: 1.0 is not 1. */
  Map<String, Annotation> changes(Map<String, Annotation> wanted) {
    Map<String, Annotation> changes = new HashMap<>(wanted);
    changes.entrySet().removeAll(byKey.entrySet());
    return changes;
  }

  /** Those of the keys that are there. */
  Set<String> present(Set<String> keys) {
    Set<String> present = new HashSet<>(keys);
    present.retainAll(byKey.keySet());
    return present;
  }

  /** How many there would be. */
  int sizeAfter(Map<String, Annotation> added, Set<String> removed) {
    return without(removed).with(added).byKey().size();
  }
}
