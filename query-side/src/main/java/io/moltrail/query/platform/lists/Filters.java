package io.moltrail.query.platform.lists;

import io.moltrail.messages.PlainText;
import io.moltrail.messages.Refusal.Fault;
import io.moltrail.messages.Refusal.Invalid;
import io.moltrail.query.platform.lists.ListQuery.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Filters that several lists have, read from the query of a request. */
public final class Filters {

  private static final int LONGEST_Q = 100;

  private Filters() {}

  /**
   * What is looked for; blank is nothing.
   *
   * @throws Invalid when it is no plain text, or too long
   */
  public static Parameter q(@Nullable String q) {
    return new Parameter("q", Optional.ofNullable(q).map(Filters::plain), "");
  }

  /**
   * @param usual what holds when nobody says
   * @throws Invalid when it is none of true, false and any
   */
  public static Parameter archived(@Nullable String archived, String usual) {
    return oneOf("archived", archived, usual, "true", "false", "any");
  }

  /**
   * Empty is as if it were not there.
   *
   * @throws Invalid when it is none of the values
   */
  public static Parameter oneOf(
      String name, @Nullable String asked, String usual, String... values) {
    Optional<String> value = Optional.ofNullable(asked).filter(it -> !it.isEmpty());
    if (value.isPresent() && !Arrays.asList(values).contains(value.get())) {
      String sentence = name + " is one of " + String.join(", ", values) + ".";
      throw invalid(name, "unknown-value", sentence);
    }
    return new Parameter(name, value, usual);
  }

  /**
   * @throws Invalid when there is no such order
   */
  public static Parameter sort(@Nullable String sort, Orders orders, String usual) {
    return new Parameter(
        "sort", Optional.ofNullable(sort).map(it -> orders.find(it).parameter()), usual);
  }

  private static String plain(String q) {
    if (q.isBlank()) {
      return "";
    }
    return PlainText.line(q.strip(), LONGEST_Q)
        .orElseThrow(
            () ->
                invalid(
                    "q",
                    "not-plain-text",
                    "q is one line of plain text, of at most " + LONGEST_Q + " characters."));
  }

  private static Invalid invalid(String parameter, String code, String detail) {
    return new Invalid(
        "invalid-request", detail, List.of(new Fault("/" + parameter, code, detail)));
  }
}
