package io.moltrail.query.molecules;

import io.moltrail.messages.PlainText;
import io.moltrail.messages.Refusal.Fault;
import io.moltrail.messages.Refusal.Invalid;
import io.moltrail.web.problems.BadRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which molecules of a project are listed, in which order, and after which.
 *
 * @param q part of a name or number, or an exact InChIKey
 * @param archived the archived ones instead of the others
 */
record MoleculeListing(
    Optional<String> q, boolean archived, MoleculeSort sort, Optional<Key> after) {

  private static final String USUAL = "number";
  private static final int LONGEST_Q = 300;

  /**
   * A cursor remembers its order, so that the next page needs nothing but the cursor; another order
   * contradicts it.
   *
   * @throws Invalid when a parameter is not as it must be
   */
  static MoleculeListing of(
      @Nullable String q,
      @Nullable String archived,
      @Nullable String sort,
      Optional<String> cursor) {
    Optional<Key> after = cursor.map(Key::parse);
    Optional<String> asked = Optional.ofNullable(sort);
    String order = asked.or(() -> after.map(Key::sort)).orElse(USUAL);
    if (after.isPresent() && !after.get().sort().equals(order)) {
      throw new BadRequest("malformed-cursor", "cursor belongs to a list in another order.");
    }
    return new MoleculeListing(
        Optional.ofNullable(q).filter(it -> !it.isBlank()).map(MoleculeListing::plain),
        flag(archived),
        MoleculeSort.parse(order),
        after);
  }

  private static String plain(String q) {
    return PlainText.line(q.strip(), LONGEST_Q)
        .orElseThrow(
            () ->
                invalid(
                    "q",
                    "not-plain-text",
                    "q is one line of plain text, of at most " + LONGEST_Q + " characters."));
  }

  private static boolean flag(@Nullable String archived) {
    return switch (archived) {
      case null -> false;
      case "", "false" -> false;
      case "true" -> true;
      default -> throw invalid("archived", "wrong-type", "archived is true or false.");
    };
  }

  private static Invalid invalid(String parameter, String code, String detail) {
    return new Invalid(
        "invalid-request", detail, List.of(new Fault("/" + parameter, code, detail)));
  }

  String cursorAfter(MoleculeView last) {
    return new Key(sort.parameter(), last.id().toString(), sort.keyOf(last)).payload();
  }

  /** Where a page begins: the order, and the last row's id and key in it. */
  record Key(String sort, String id, String key) {

    static Key parse(String payload) {
      String[] parts = payload.split("\n", 3);
      return new Key(parts[0], parts[1], parts[2]);
    }

    String payload() {
      return String.join("\n", sort, id, key);
    }
  }
}
