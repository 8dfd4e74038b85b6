package io.moltrail.web.problems;

import io.moltrail.messages.Refusal.Fault;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;

/** What failures of reading a request mean: which field is at fault, and how. */
final class RequestFailures {

  private RequestFailures() {}

  static Optional<Answer> answer(Throwable failure) {
    return switch (failure) {
      case HttpMessageNotReadableException it -> Optional.of(unreadable(it));
      case BindException it -> Optional.of(Answer.invalid(faults(it.getAllErrors().stream())));
      case ConstraintViolationException it ->
          Optional.of(Answer.invalid(BodyFaults.violations(it.getConstraintViolations())));
      case HandlerMethodValidationException it -> Optional.of(Answer.invalid(parameters(it)));
      case MethodArgumentTypeMismatchException it -> Optional.of(mismatch(it));
      case MissingServletRequestParameterException it ->
          Optional.of(parameter(it.getParameterName(), "missing"));
      case MissingRequestHeaderException it ->
          Optional.of(parameter(it.getHeaderName(), "missing"));
      default -> Optional.empty();
    };
  }

  private static Answer unreadable(HttpMessageNotReadableException failure) {
    return Translation.causes(failure)
        .filter(it -> it instanceof DatabindException || it instanceof InputCoercionException)
        .map(JacksonException.class::cast)
        .findFirst()
        .map(it -> Answer.invalid(List.of(BodyFaults.fault(it))))
        .orElseGet(
            () ->
                Answer.of(400, "malformed-json", "The body is not one well-formed JSON document."));
  }

  /** In a path it leads nowhere; elsewhere it is a wrong value. */
  private static Answer mismatch(MethodArgumentTypeMismatchException failure) {
    return failure.getParameter().hasParameterAnnotation(PathVariable.class)
        ? ByStatus.answer(404)
        : parameter(failure.getName(), "wrong-type");
  }

  private static Answer parameter(String name, String code) {
    String detail =
        code.equals("missing") ? "This is required." : "This is not of the type that is needed.";
    return Answer.invalid(List.of(new Fault("/" + name, code, detail)));
  }

  private static List<Fault> parameters(HandlerMethodValidationException failure) {
    return failure.getParameterValidationResults().stream()
        .flatMap(
            result ->
                result.getResolvableErrors().stream()
                    .map(
                        it ->
                            it instanceof FieldError field
                                ? fault(field)
                                : new Fault(
                                    "/" + result.getMethodParameter().getParameterName(),
                                    "invalid",
                                    BodyFaults.sentence(it.getDefaultMessage()))))
        .toList();
  }

  private static List<Fault> faults(Stream<ObjectError> errors) {
    return errors
        .map(
            it ->
                it instanceof FieldError field
                    ? fault(field)
                    : new Fault("", "invalid", BodyFaults.sentence(it.getDefaultMessage())))
        .toList();
  }

  private static Fault fault(FieldError error) {
    return new Fault(
        BodyFaults.pointer(error.getField()),
        "invalid",
        BodyFaults.sentence(error.getDefaultMessage()));
  }
}
