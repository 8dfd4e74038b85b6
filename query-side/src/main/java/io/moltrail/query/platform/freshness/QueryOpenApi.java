package io.moltrail.query.platform.freshness;

import io.moltrail.web.consistency.ConsistencyTokens;
import io.moltrail.web.openapi.AnswerHeaders;
import io.moltrail.web.openapi.RequestHeaders;
import io.swagger.v3.oas.models.Operation;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says of every query in the API document what {@link FreshAnswers} does before it. */
final class QueryOpenApi implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    if (FreshAnswers.isQuery(method)) {
      RequestHeaders.add(
          operation,
          ConsistencyTokens.HEADER,
          "As the answer to a write gave it: the answer will show that write.",
          AnswerHeaders.EXAMPLE_TOKEN);
      RequestHeaders.add(
          operation,
          "Prefer",
          "`wait=N`: wait for that write, at most N seconds (2 unless told, at most 10).",
          "wait=5");
      operation
          .getResponses()
          .values()
          .forEach(response -> AnswerHeaders.add(response, FreshAnswers.LAG_HEADER));
    }
    return operation;
  }
}
