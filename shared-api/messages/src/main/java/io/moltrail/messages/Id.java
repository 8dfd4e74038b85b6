package io.moltrail.messages;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The identifier of an aggregate: a UUIDv7 (RFC 9562), a pseudonym that says nothing about a person
 * or a structure and therefore stands in clear everywhere.
 */
public interface Id {

  UUID value();

  /**
   * Who can be forgotten: {@code user:<id>}, {@code project:<id>} or {@code invitation:<id>}, the
   * name of a data key.
   */
  String subject();

  /**
   * Reads the one accepted spelling: 36 characters, lower case. {@link UUID#fromString} takes short
   * and upper-case forms too, which would give one resource several addresses.
   */
  static Optional<UUID> parse(String text) {
    return CanonicalForm.PATTERN.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /** Keeps the pattern compiled once. */
  final class CanonicalForm {
    private static final Pattern PATTERN =
        Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private CanonicalForm() {}
  }
}
