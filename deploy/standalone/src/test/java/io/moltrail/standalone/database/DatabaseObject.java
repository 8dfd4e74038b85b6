package io.moltrail.standalone.database;

import java.util.Comparator;

/**
 * Something that rights can be given on.
 *
 * @param kind such as {@code table} or {@code function}
 * @param name with its schema, functions with the types of their arguments
 */
record DatabaseObject(String kind, String name) implements Comparable<DatabaseObject> {

  private static final Comparator<DatabaseObject> ORDER =
      Comparator.comparing(DatabaseObject::kind).thenComparing(DatabaseObject::name);

  @Override
  public int compareTo(DatabaseObject other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
