package io.moltrail.query.platform.lists;

import io.moltrail.web.problems.BadRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a list, and where its page begins. A cursor remembers what it was made for, so
 * that the next page needs nothing but the cursor; to ask for something else contradicts it.
 */
public final class ListQuery {

  private static final String SEPARATOR = "\n";

  private final Map<String, String> asked;
  private final Optional<After> after;

  private ListQuery(Map<String, String> asked, Optional<After> after) {
    this.asked = asked;
    this.after = after;
  }

  /**
   * @param cursor what {@link #cursorAfter} made
   * @throws BadRequest when the cursor was made for something else
   */
  public static ListQuery of(Optional<String> cursor, List<Parameter> parameters) {
    Map<String, String> asked = new LinkedHashMap<>();
    if (cursor.isEmpty()) {
      parameters.forEach(it -> asked.put(it.name(), it.asked().orElse(it.usual())));
      return new ListQuery(asked, Optional.empty());
    }
    String[] parts = cursor.get().split(SEPARATOR, parameters.size() + 2);
    if (parts.length < parameters.size() + 2) {
      throw contradicted();
    }
    for (int n = 0; n < parameters.size(); n++) {
      String made = parts[n];
      if (!parameters.get(n).asked().orElse(made).equals(made)) {
        throw contradicted();
      }
      asked.put(parameters.get(n).name(), made);
    }
    After after = new After(parts[parameters.size()], parts[parameters.size() + 1]);
    return new ListQuery(asked, Optional.of(after));
  }

  public String get(String parameter) {
    return asked.get(parameter);
  }

  public Optional<After> after() {
    return after;
  }

  public String cursorAfter(Listed<?> last) {
    return String.join(SEPARATOR, String.join(SEPARATOR, asked.values()), last.id(), last.key());
  }

  private static BadRequest contradicted() {
    return new BadRequest(
        "malformed-cursor", "cursor belongs to a list with other filters or in another order.");
  }

  /**
   * One parameter of a list.
   *
   * @param asked one line, in one spelling of all that mean the same; empty when it was not asked
   * @param usual what holds when neither caller nor cursor says
   */
  public record Parameter(String name, Optional<String> asked, String usual) {}

  /** The last row before the page: its id, and its key in the list's order. */
  public record After(String id, String key) {}
}
