package io.moltrail.web.openapi;

import io.moltrail.web.edge.PublicRoutes;
import io.moltrail.web.permissions.Permissions;
import io.moltrail.web.permissions.Who;
import io.moltrail.web.problems.ProblemCatalogue;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Adds to each operation what depends on its path: whether it needs a token, and how it is limited.
 */
final class CommonDocument implements GlobalOpenApiCustomizer {

  private final ProblemResponses problems;

  CommonDocument(ProblemCatalogue catalogue) {
    this.problems = new ProblemResponses(catalogue);
  }

  @Override
  public void customise(OpenAPI document) {
    if (document.getPaths() != null) {
      document
          .getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach(
                          (method, operation) -> {
                            roles(method.name(), path, operation);
                            complete(path, operation);
                          }));
    }
  }

  private void roles(String method, String path, Operation operation) {
    Permissions.api()
        .of(method, path)
        .filter(it -> it.who() instanceof Who.Holder)
        .ifPresent(ignored -> problems.add(operation.getResponses(), "forbidden"));
  }

  private void complete(String path, Operation operation) {
    ApiResponses responses = operation.getResponses();
    if (PublicRoutes.covers(path)) {
      operation.setSecurity(List.of());
    } else {
      problems.add(responses, "unauthenticated");
    }
    if (!path.startsWith("/health/")) {
      problems.add(responses, "too-many-requests", "internal", "unavailable");
      responses.values().forEach(CommonDocument::limited);
    }
  }

  private static void limited(ApiResponse response) {
    ApiDocument.RATE_HEADERS.forEach(it -> response.addHeaderObject(it, ApiDocument.header(it)));
  }
}
