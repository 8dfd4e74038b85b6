package io.moltrail.command.molecule;

import io.moltrail.messages.PlainText;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.Annotation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the keys and values of annotations as they come in forms. */
final class AnnotationFields {

  private static final int LONGEST_KEY = 100;
  private static final int LONGEST_TEXT = 2000;
  private static final int MOST_DIGITS = 40;
  private static final int LARGEST_SCALE = 60;

  private AnnotationFields() {}

  static Optional<String> key(String text) {
    return PlainText.line(text, LONGEST_KEY);
  }

  static Optional<Annotation> value(@Nullable Object value) {
    return switch (value) {
      case String text -> PlainText.block(text, LONGEST_TEXT).map(Annotation.Text::new);
      case Boolean flag -> Optional.of(new Annotation.Flag(flag));
      case BigDecimal number -> quantity(number);
      case Integer number -> quantity(BigDecimal.valueOf(number));
      case Long number -> quantity(BigDecimal.valueOf(number));
      case BigInteger number -> quantity(new BigDecimal(number));
      case JsonNode node when node.isString() -> value(node.stringValue());
      case JsonNode node when node.isBoolean() -> value(node.booleanValue());
      case JsonNode node when node.isNumber() -> quantity(node.decimalValue());
      case null, default -> Optional.empty();
    };
  }

  /** What a measurement can need; more would only burden whoever reads it. */
  private static Optional<Annotation> quantity(BigDecimal number) {
    boolean sensible =
        number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= LARGEST_SCALE;
    return sensible ? Optional.of(new Annotation.Quantity(number)) : Optional.empty();
  }

  static Refusal.Fault invalid(String key) {
    return new Refusal.Fault(
        "/annotations/" + key.replace("~", "~0").replace("/", "~1"),
        "invalid-annotation",
        "An annotation is a text of up to 2,000 characters, a number of up to 40 digits, or a"
            + " boolean.");
  }
}
