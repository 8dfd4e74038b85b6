package io.moltrail.query.platform.lists;

/**
 * An order of a list. It is total, so a page begins exactly after the one before.
 *
 * @param parameter what {@code sort} takes for it
 * @param expression of SQL, never null; the rows have an {@code id} besides
 * @param type of that expression
 */
public record Order(String parameter, String expression, String type, boolean ascending) {

  /** To be selected: what the next page begins after, when the row is this page's last. */
  public String key() {
    return "cast(%s as text) as sort_key".formatted(expression);
  }

  /** Takes key and id of the last row. */
  public String after() {
    return "(%s, id) %s (cast(? as %s), cast(? as uuid))"
        .formatted(expression, ascending ? ">" : "<", type);
  }

  public String by() {
    String direction = ascending ? "asc" : "desc";
    return "order by %s %s, id %s".formatted(expression, direction, direction);
  }

  Order descending() {
    return new Order("-" + parameter, expression, type, false);
  }
}
