package io.moltrail.web.openapi;

import io.moltrail.messages.Id;
import io.moltrail.web.pages.PageRequest;
import io.moltrail.web.problems.ProblemCatalogue;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.IfMatch;
import io.moltrail.web.requests.WaitPreference;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;

/**
 * Tells in each operation what its parameters of ours mean, and which problems follow from them.
 */
final class CommonOperations implements GlobalOperationCustomizer {

  private final ProblemResponses problems;

  CommonOperations(ProblemCatalogue catalogue) {
    this.problems = new ProblemResponses(catalogue);
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    ApiResponses responses = operation.getResponses();
    parameters(operation, method);
    ids(operation, method);
    if (operation.getRequestBody() != null) {
      problems.add(
          responses,
          "malformed-json",
          "payload-too-large",
          "unsupported-media-type",
          "invalid-request");
    }
    if (operation.getParameters() != null && !operation.getParameters().isEmpty()) {
      problems.add(responses, "malformed-request", "invalid-request");
    }
    if (Arrays.stream(method.getMethodParameters())
        .anyMatch(it -> it.hasParameterAnnotation(PathVariable.class))) {
      problems.add(responses, "not-found", "forbidden");
    }
    return operation;
  }

  private void parameters(Operation operation, HandlerMethod method) {
    ApiResponses responses = operation.getResponses();
    if (takes(method, IfMatch.class)) {
      operation.addParametersItem(
          header("If-Match", "The ETag of the version that was read").example("\"7\""));
      problems.add(responses, "malformed-if-match", "if-match-required", "stale-version");
    }
    if (takes(method, ChangeReason.class)) {
      operation.addParametersItem(
          header(
              ChangeReason.HEADER,
              "Why, percent-encoded UTF-8, up to 500 characters; needed in regulated projects"));
      problems.add(responses, "reason-required", "invalid-request");
    }
    if (takes(method, WaitPreference.class)) {
      operation.addParametersItem(
          header("Prefer", "wait=N: seconds to wait for X-Consistency-Token, at most 10")
              .example("wait=2"));
    }
    if (takes(method, PageRequest.class)) {
      operation.addParametersItem(query("limit", "Items on a page", limit()));
      operation.addParametersItem(query("cursor", "As next gave it", new StringSchema()));
      problems.add(responses, "malformed-cursor", "invalid-request");
    }
  }

  /** They are converted from text, and so look like text. */
  private static void ids(Operation operation, HandlerMethod method) {
    for (MethodParameter parameter : method.getMethodParameters()) {
      if (Id.class.isAssignableFrom(parameter.getParameterType())
          && operation.getParameters() != null) {
        operation.getParameters().stream()
            .filter(it -> it.getName() != null && it.getName().equals(parameter.getParameterName()))
            .forEach(it -> it.setSchema(new UUIDSchema()));
      }
    }
  }

  private static boolean takes(HandlerMethod method, Class<?> type) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(it -> it.getParameterType() == type);
  }

  private static Schema<?> limit() {
    Schema<Number> limit = new IntegerSchema();
    limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(200));
    limit.setDefault(50);
    return limit;
  }

  private static Parameter header(String name, String description) {
    return parameter("header", name, description, new StringSchema());
  }

  private static Parameter query(String name, String description, Schema<?> schema) {
    return parameter("query", name, description, schema);
  }

  private static Parameter parameter(String in, String name, String description, Schema<?> schema) {
    return new Parameter()
        .in(in)
        .name(name)
        .required(false)
        .description(description)
        .schema(schema);
  }
}
