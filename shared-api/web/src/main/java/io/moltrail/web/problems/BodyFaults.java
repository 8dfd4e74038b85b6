package io.moltrail.web.problems;

import io.moltrail.messages.Refusal.Fault;
import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the fields at fault by JSON pointer, without repeating what stood in them. */
public final class BodyFaults {

  private BodyFaults() {}

  public static Fault fault(JacksonException failure) {
    String pointer = pointer(failure.getPath());
    return failure instanceof UnrecognizedPropertyException
        ? new Fault(pointer, "unknown-property", "There is no such property.")
        : new Fault(pointer, "wrong-type", "This is not of the type that is needed.");
  }

  public static List<Fault> violations(Collection<? extends ConstraintViolation<?>> violations) {
    return violations.stream()
        .map(
            it ->
                new Fault(
                    pointer(it.getPropertyPath().toString()), "invalid", sentence(it.getMessage())))
        .toList();
  }

  /** From {@code items[3].smiles} to {@code /items/3/smiles}. */
  static String pointer(String path) {
    return path.isEmpty() ? "" : "/" + path.replace("[", ".").replace("]", "").replace(".", "/");
  }

  static String sentence(@Nullable String message) {
    return message == null || message.isBlank() ? "This is against a rule." : message;
  }

  private static String pointer(List<JacksonException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : path) {
      String name = step.getPropertyName();
      pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : escaped(name));
    }
    return pointer.toString();
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
