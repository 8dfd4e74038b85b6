package io.moltrail.web.requests;

import io.moltrail.messages.Refusal.Fault;
import io.moltrail.messages.Refusal.Invalid;
import io.moltrail.web.problems.BodyFaults;
import jakarta.validation.Validator;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judges well-formed JSON against a form, and names every field that is not as it must be. */
public final class Forms {

  private static final Fault UNREADABLE_NUMBER =
      new Fault("", "number-out-of-range", "A number is larger or smaller than can be read.");

  private final JsonMapper json;
  private final Validator validator;

  Forms(JsonMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /** A part of a body that is to be judged for itself, such as one row of many. */
  @SuppressWarnings("unchecked") // the binding makes what it was told to
  public <T> Form<T> judge(JsonNode part, Class<T> type) {
    return (Form<T>) form(part.deepCopy(), type);
  }

  @SuppressWarnings("unchecked") // the binding makes what it was told to
  <T> Form<T> judge(String body, Type type) {
    try {
      return (Form<T>) form(json.readTree(body), type);
    } catch (JacksonException | ArithmeticException | NumberFormatException e) {
      return Form.faulty(invalid(List.of(UNREADABLE_NUMBER))); // all else was found well-formed
    }
  }

  /**
   * @param document is taken apart
   */
  private Form<Object> form(JsonNode document, Type type) {
    Binding binding = new Binding(json, json.constructType(type));
    Optional<Object> value = binding.bind(document);
    List<Fault> faults =
        value.map(it -> BodyFaults.violations(validator.validate(it))).orElseGet(binding::faults);
    return faults.isEmpty() ? Form.of(value.orElseThrow()) : Form.faulty(invalid(faults));
  }

  private static Invalid invalid(List<Fault> faults) {
    return new Invalid(
        "invalid-request",
        "The request does not keep to the rules; errors names the fields.",
        faults);
  }
}
