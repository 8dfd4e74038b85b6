package io.moltrail.web.openapi;

import io.moltrail.web.edge.PublicRoutes;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.util.StringUtils;

/**
 * Adds to each operation what depends on its path: its name, whether it needs a token, how it is
 * limited, and the problems that anything may answer with.
 */
final class CommonDocument implements GlobalOpenApiCustomizer {

  private final ProblemResponses problems;
  private final CompleteSchemas schemas;
  private final Words words;

  CommonDocument(ProblemResponses problems, CompleteSchemas schemas, Words words) {
    this.problems = problems;
    this.schemas = schemas;
    this.words = words;
  }

  @Override
  public void customise(OpenAPI document) {
    if (document.getPaths() != null) {
      document
          .getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach((method, it) -> complete(method.name(), path, it)));
    }
    schemas.complete(document);
    SharedParts.gather(document);
  }

  private void complete(String method, String path, Operation operation) {
    operation.setOperationId(operationId(method, path));
    Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())
        .forEach(words::describe);
    boolean limited = !path.startsWith("/health/");
    if (PublicRoutes.covers(path)) {
      operation.setSecurity(List.of());
    } else {
      problems.add(operation.getResponses(), "unauthenticated");
    }
    if (limited) {
      anywhere(operation.getResponses());
    }
    AnswerHeaders.complete(operation.getResponses(), limited);
  }

  /** Whatever is asked: by the container, the edge, or because something is out of order. */
  private void anywhere(ApiResponses responses) {
    boolean hasBody =
        responses.values().stream().map(ApiResponse::getContent).anyMatch(Objects::nonNull);
    problems.add(responses, "malformed-request", "forbidden", "payload-too-large");
    problems.add(responses, "uri-too-long", "headers-too-large", "too-many-requests");
    problems.add(responses, "internal", "unavailable");
    if (hasBody) {
      problems.add(responses, "not-acceptable");
    }
  }

  /** From the address alone, so that it stays the same whatever else there is. */
  private static String operationId(String method, String path) {
    return Stream.of(path.replace("{", "by-").split("[^A-Za-z0-9]+"))
        .filter(it -> !it.isEmpty() && !it.equals("v1"))
        .map(StringUtils::capitalize)
        .collect(Collectors.joining("", method.toLowerCase(Locale.ROOT), ""));
  }
}
