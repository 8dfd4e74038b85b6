package io.moltrail.acceptance.canary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Values that stand nowhere else in the world, and what each of them is. */
public final class Marks {

  /** Shorter ones would be found by chance. */
  public static final int SHORTEST = 8;

  private final Map<String, String> byName = new LinkedHashMap<>();

  /**
   * @return the value, so that it can be sent at once
   */
  public String add(String name, String value) {
    if (value.length() < SHORTEST) {
      throw new IllegalArgumentException(name + " is too short to be told apart");
    }
    byName.put(name, value);
    return value;
  }

  /** Whether a text carries one of them. */
  public boolean in(String text) {
    return byName.values().stream().anyMatch(text::contains);
  }

  public Set<String> names() {
    return Set.copyOf(byName.keySet());
  }

  public int count() {
    return byName.size();
  }

  /** These and others. */
  public Marks and(Marks others) {
    Marks all = new Marks();
    all.byName.putAll(byName);
    all.byName.putAll(others.byName);
    return all;
  }

  /** Those of the sightings that are sightings of these. */
  public Set<Sighting> among(Collection<Sighting> sightings) {
    return sightings.stream()
        .filter(it -> byName.containsKey(it.mark()))
        .collect(Collectors.toUnmodifiableSet());
  }

  Needles needles() {
    List<Needle> needles = new ArrayList<>();
    byName.forEach((name, value) -> needles.addAll(Disguises.of(name, value)));
    return new Needles(needles);
  }
}
