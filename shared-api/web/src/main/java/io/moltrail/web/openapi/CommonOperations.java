package io.moltrail.web.openapi;

import io.moltrail.messages.Id;
import io.moltrail.web.pages.PageRequest;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.IfMatch;
import io.moltrail.web.requests.WaitPreference;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;

/**
 * Tells in each operation what its parameters of ours mean, and which problems follow from them.
 */
final class CommonOperations implements GlobalOperationCustomizer {

  private final ProblemResponses problems;

  CommonOperations(ProblemResponses problems) {
    this.problems = problems;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    refusals(operation, method);
    changes(operation, method);
    reads(operation, method);
    ids(operation, method);
    return operation;
  }

  private void refusals(Operation operation, HandlerMethod method) {
    Stream.<AnnotatedElement>of(method.getMethod(), method.getBeanType())
        .flatMap(it -> MergedAnnotations.from(it).stream(Refuses.class))
        .forEach(it -> add(operation, it.getStringArray(MergedAnnotation.VALUE)));
    if (operation.getRequestBody() != null) {
      add(operation, "malformed-json", "payload-too-large", "unsupported-media-type");
      add(operation, "invalid-request");
    }
    if (Arrays.stream(method.getMethodParameters())
        .anyMatch(it -> it.hasParameterAnnotation(PathVariable.class))) {
      add(operation, "not-found");
    }
  }

  private void changes(Operation operation, HandlerMethod method) {
    if (takes(method, IfMatch.class)) {
      RequestHeaders.add(operation, "If-Match", "The ETag of the version that was read.", "\"7\"");
      add(operation, "malformed-if-match", "if-match-required", "stale-version");
      operation.getResponses().entrySet().stream()
          .filter(it -> it.getKey().startsWith("2"))
          .forEach(it -> AnswerHeaders.add(it.getValue(), "ETag"));
    }
    if (takes(method, ChangeReason.class)) {
      RequestHeaders.add(
          operation,
          ChangeReason.HEADER,
          "Why, percent-encoded UTF-8, up to 500 characters; needed in regulated projects.",
          "confirmed%20by%20NMR");
      add(operation, "reason-required", "invalid-request");
    }
  }

  private void reads(Operation operation, HandlerMethod method) {
    if (takes(method, WaitPreference.class)) {
      RequestHeaders.add(
          operation,
          "Prefer",
          "`wait=N`: seconds to wait for X-Consistency-Token, at most 10.",
          "wait=2");
    }
    if (operation.getResponses().containsKey("304")) {
      RequestHeaders.add(
          operation, "If-None-Match", "The ETag of what the caller has already.", "\"7\"");
    }
    if (takes(method, PageRequest.class)) {
      operation.addParametersItem(query("limit", "Items on a page.", limit()));
      operation.addParametersItem(
          query("cursor", "As `next` of the page before gave it.", new StringSchema()));
      RequestHeaders.add(
          operation,
          "Prefer",
          "`return=total-count`: the answer also says in `total` how many there are in all.",
          "return=total-count");
      add(operation, "malformed-cursor");
    }
    if (operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(it -> "query".equals(it.getIn()))) {
      add(operation, "invalid-request");
    }
  }

  private void add(Operation operation, String... codes) {
    problems.add(operation.getResponses(), codes);
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
    Schema<Number> limit = new IntegerSchema().format(null);
    limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(200));
    limit.setDefault(50);
    return limit;
  }

  private static QueryParameter query(String name, String description, Schema<?> schema) {
    QueryParameter parameter = new QueryParameter();
    parameter.name(name).required(false).description(description).schema(schema);
    return parameter;
  }
}
