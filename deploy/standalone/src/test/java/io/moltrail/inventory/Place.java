package io.moltrail.inventory;

import java.util.Comparator;

/** Where a value can stand. */
record Place(Kind kind, String name) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::kind).thenComparing(Place::name);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** The line that is missing from the inventory, for a person to complete. */
  String toPaste() {
    return kind.file() + ": " + name + "\t?\t?\t";
  }
}
