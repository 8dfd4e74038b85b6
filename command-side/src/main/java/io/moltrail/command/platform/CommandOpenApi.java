package io.moltrail.command.platform;

import io.moltrail.web.consistency.ConsistencyTokens;
import io.moltrail.web.edge.PublicRoutes;
import io.moltrail.web.openapi.AnswerHeaders;
import io.moltrail.web.openapi.ProblemResponses;
import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Says of every command in the API document what sending it can always lead to. */
final class CommandOpenApi implements GlobalOperationCustomizer {

  private final ProblemResponses problems;

  CommandOpenApi(ProblemResponses problems) {
    this.problems = problems;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    RequestMapping mapping =
        Objects.requireNonNull(
            AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class));
    if (method.getBeanType().getName().startsWith("io.moltrail.command.")
        && !Arrays.asList(mapping.method()).contains(RequestMethod.GET)) {
      boolean open = Arrays.stream(mapping.path()).allMatch(PublicRoutes::covers);
      problems.add(operation.getResponses(), "busy", "newer-version-needed");
      if (!open) {
        problems.add(operation.getResponses(), "erased");
      }
      operation
          .getResponses()
          .forEach(
              (status, response) -> {
                if (status.startsWith("2") && !(open && status.equals("202"))) {
                  AnswerHeaders.add(response, ConsistencyTokens.HEADER);
                }
              });
    }
    return operation;
  }
}
