package io.moltrail.web.openapi;

import io.moltrail.web.problems.ProblemCatalogue;
import io.moltrail.web.problems.ProblemKind;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.Map;

/** Problem answers as the document shows them, with an example each. */
final class ProblemResponses {

  private static final String EXAMPLE_TRACE = "0b9a8f3e-5c1d-4f0a-9d2e-7a6b5c4d3e2f";

  private final ProblemCatalogue catalogue;

  ProblemResponses(ProblemCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Adds the codes to the response of their status; what an operation says itself about a status
   * holds.
   */
  void add(ApiResponses responses, String... codes) {
    for (String code : codes) {
      catalogue.find(code).ifPresent(kind -> add(responses, kind));
    }
  }

  private static void add(ApiResponses responses, ProblemKind kind) {
    ApiResponse response =
        responses.computeIfAbsent(
            Integer.toString(kind.status()),
            ignored -> new ApiResponse().description(kind.title()));
    if (response.getContent() == null) {
      response.setContent(new Content());
    }
    MediaType media =
        response
            .getContent()
            .computeIfAbsent(
                "application/problem+json",
                ignored ->
                    new MediaType()
                        .schema(
                            new Schema<>().$ref("#/components/schemas/" + ApiDocument.PROBLEM)));
    media.addExamples(kind.code(), new Example().summary(kind.title()).value(example(kind)));
    if (kind.status() == 429 || kind.status() == 503) {
      response.addHeaderObject("Retry-After", ApiDocument.header("Retry-After"));
    }
  }

  private static Map<String, Object> example(ProblemKind kind) {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", kind.type());
    example.put("title", kind.title());
    example.put("status", kind.status());
    example.put("detail", kind.explanation());
    example.put("instance", "/v1/projects");
    example.put("traceId", EXAMPLE_TRACE);
    return example;
  }
}
