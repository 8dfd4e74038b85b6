package io.moltrail.web.requests;

import io.moltrail.messages.Refusal.Fault;
import io.moltrail.messages.Refusal.Invalid;
import io.moltrail.web.problems.BodyFaults;
import jakarta.validation.Validator;
import java.lang.reflect.Type;
import java.util.List;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.DeferredBindingException;
import tools.jackson.databind.json.JsonMapper;

/** Judges well-formed JSON against a form, and names every field that is not as it must be. */
public final class Forms {

  private final JsonMapper json;
  private final Validator validator;

  Forms(JsonMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /** A part of a body that is to be judged for itself, such as one row of many. */
  public <T> Form<T> judge(JsonNode part, Class<T> type) {
    return judge(json.writeValueAsBytes(part), type);
  }

  @SuppressWarnings("unchecked")
  <T> Form<T> judge(byte[] body, Type type) {
    JavaType target = json.constructType(type);
    try {
      Object value = json.readerFor(target).problemCollectingReader().readValueCollectingProblems(body);
      if (value == null) {
        return Form.faulty(invalid(List.of(new Fault("", "wrong-type", "This must be an object."))));
      }
      List<Fault> faults = BodyFaults.violations(validator.validate(value));
      return faults.isEmpty() ? Form.of((T) value) : Form.faulty(invalid(faults));
    } catch (DeferredBindingException e) {
      return Form.faulty(invalid(e.getProblems().stream().map(BodyFaults::fault).toList()));
    } catch (DatabindException e) {
      return Form.faulty(invalid(List.of(BodyFaults.fault(e))));
    }
  }

  private static Invalid invalid(List<Fault> faults) {
    return new Invalid(
        "invalid-request", "The request does not keep to the rules; errors names the fields.", faults);
  }
}
