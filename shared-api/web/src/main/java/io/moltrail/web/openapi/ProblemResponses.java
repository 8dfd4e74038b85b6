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
public final class ProblemResponses {

  static final String MEDIA_TYPE = "application/problem+json";
  private static final String EXAMPLE_TRACE = "0b9a8f3e-5c1d-4f0a-9d2e-7a6b5c4d3e2f";

  private final ProblemCatalogue catalogue;

  ProblemResponses(ProblemCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Adds the codes to the response of their status.
   *
   * @param codes of the catalogue, each perhaps after a status that is not the catalogue's
   * @throws IllegalStateException when the catalogue does not know one
   */
  public void add(ApiResponses responses, String... codes) {
    for (String entry : codes) {
      int space = entry.indexOf(' ');
      String code = entry.substring(space + 1);
      ProblemKind kind =
          catalogue
              .find(code)
              .orElseThrow(() -> new IllegalStateException("no problem is called " + code));
      add(responses, kind, space < 0 ? kind.status() : Integer.parseInt(entry.substring(0, space)));
    }
  }

  private static void add(ApiResponses responses, ProblemKind kind, int status) {
    ApiResponse response =
        responses.computeIfAbsent(
            Integer.toString(status), ignored -> new ApiResponse().description(""));
    Content content = response.getContent() == null ? new Content() : response.getContent();
    content.keySet().removeIf(it -> !it.equals(MEDIA_TYPE));
    MediaType media = content.computeIfAbsent(MEDIA_TYPE, ignored -> new MediaType());
    media.setSchema(new Schema<>().$ref("#/components/schemas/" + ApiDocument.PROBLEM));
    media.addExamples(
        kind.code(), new Example().summary(kind.title()).value(example(kind, status)));
    response.setContent(content);
    describe(response, kind);
  }

  private static void describe(ApiResponse response, ProblemKind kind) {
    String before = response.getDescription();
    if (!before.contains(kind.code())) {
      String sentence = "`" + kind.code() + "`: " + kind.title() + ".";
      response.setDescription(before.isEmpty() ? sentence : before + "\n\n" + sentence);
    }
  }

  private static Map<String, Object> example(ProblemKind kind, int status) {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", kind.type());
    example.put("title", kind.title());
    example.put("status", status);
    example.put("detail", kind.explanation());
    example.put("instance", "/v1/projects");
    example.put("traceId", EXAMPLE_TRACE);
    return example;
  }
}
