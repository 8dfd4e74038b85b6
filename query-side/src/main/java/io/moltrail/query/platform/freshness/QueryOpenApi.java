package io.moltrail.query.platform.freshness;

import io.moltrail.web.consistency.ConsistencyTokens;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says of every query in the API document what {@link FreshAnswers} does before it. */
final class QueryOpenApi implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    if (FreshAnswers.isQuery(method)) {
      operation.addParametersItem(
          new HeaderParameter()
              .name(ConsistencyTokens.HEADER)
              .description("As the answer to a write gave it: the answer will show that write.")
              .schema(new StringSchema()));
      operation.addParametersItem(
          new HeaderParameter()
              .name("Prefer")
              .description(
                  "`wait=N`: wait for that write, at most N seconds (2 unless told, at most 10).")
              .example("wait=5")
              .schema(new StringSchema()));
      operation
          .getResponses()
          .values()
          .forEach(response -> response.addHeaderObject("X-Projection-Lag-Ms", lag()));
    }
    return operation;
  }

  private static Header lag() {
    return new Header()
        .description("How old the answer may be, in milliseconds.")
        .schema(new IntegerSchema().example(0));
  }
}
