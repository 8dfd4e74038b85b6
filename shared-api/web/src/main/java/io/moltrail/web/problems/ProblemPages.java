package io.moltrail.web.problems;

import io.moltrail.messages.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The address that a problem's type is: what it means and what to do. */
@RestController
@Tag(name = "Problems")
@SecurityRequirements
@ApiResponse(
    responseCode = "200",
    description = "The explanation",
    content = {
      @Content(
          mediaType = MediaType.APPLICATION_JSON_VALUE,
          schema = @Schema(implementation = ProblemKind.class)),
      @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
    })
final class ProblemPages {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>%2$s</title></head>
      <body><h1>%2$s</h1><p><code>%1$s</code>, status %3$d</p><p>%4$s</p><p>%5$s</p></body></html>
      """;

  private final ProblemCatalogue catalogue;

  ProblemPages(ProblemCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Operation(
      summary = "What a problem means",
      description = "The address that the type of a problem is: what has happened and what to do.")
  @GetMapping(path = "/problems/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
  ProblemKind explain(@PathVariable String code) {
    return catalogue.find(code).orElseThrow(Refusal.NotFound::new);
  }

  @Operation(
      summary = "What a problem means",
      description = "The address that the type of a problem is: what has happened and what to do.")
  @GetMapping(path = "/problems/{code}", produces = MediaType.TEXT_HTML_VALUE)
  String page(@PathVariable String code) {
    ProblemKind kind = explain(code);
    return PAGE.formatted(
        HtmlUtils.htmlEscape(kind.code()),
        HtmlUtils.htmlEscape(kind.title()),
        kind.status(),
        HtmlUtils.htmlEscape(kind.explanation()),
        HtmlUtils.htmlEscape(kind.remedy()));
  }
}
