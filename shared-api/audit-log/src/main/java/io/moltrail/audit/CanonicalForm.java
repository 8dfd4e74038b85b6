package io.moltrail.audit;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/** The one spelling of each value. Refusals name the field and keep its value to themselves. */
final class CanonicalForm {

  // No letters outside of ASCII: which of them are lower case differs between Unicode's versions.
  private static final Pattern ID = Pattern.compile("[!-~&&[^A-Z]]+");
  private static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");

  private CanonicalForm() {}

  static void id(String field, String id) {
    require(ID.matcher(id).matches(), field, "is not lower-case printable ASCII");
  }

  static void name(String field, String name) {
    require(!name.isEmpty(), field, "is empty");
    // A lone surrogate has no UTF-8: it would be hashed as a question mark, like any other.
    require(
        name.codePoints()
            .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE),
        field,
        "is no well-formed text");
  }

  static void sequence(long sequence) {
    require(sequence >= 0, "sequence number", "is negative");
  }

  static void timestamp(String timestamp) {
    require(
        TIMESTAMP.matcher(timestamp).matches() && exists(timestamp),
        "timestamp",
        "is no moment in UTC with six fraction digits");
  }

  private static boolean exists(String timestamp) {
    try {
      LocalDateTime.parse(timestamp.substring(0, timestamp.length() - 1));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static void require(boolean canonical, String field, String fault) {
    if (!canonical) {
      throw new IllegalArgumentException("The " + field + " " + fault);
    }
  }
}
