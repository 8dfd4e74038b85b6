package io.moltrail.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The parts of the document that all operations share. */
final class ApiDocument {

  static final String BEARER = "bearer";
  static final String PROBLEM = "Problem";

  private static final String DESCRIPTION =
      """
      A molecule registry with a complete, provable history.

      Every error is a problem (RFC 9457) whose `type` leads to its explanation. A method that an \
      address does not answer gets 405 with `Allow`. Every answer has `X-Request-Id`, \
      `Strict-Transport-Security`, `X-Content-Type-Options`, `Referrer-Policy`, \
      `Content-Security-Policy` and `Cache-Control`.
      """;

  static final Map<String, String> TAGS =
      Map.of(
          "Accounts", "Opening an account, logging in, and what one is told about oneself.",
          "Administration", "What administrators see and do.",
          "Finding structures", "Molecules by their structure, in the caller's projects only.",
          "Health", "For probes.",
          "History", "Who did what, when and why.",
          "Molecules", "Registering, changing and reading molecules.",
          "Problems", "What the types of problems mean.",
          "Projects", "Projects and who belongs to them.",
          "Well-known", "What others have to know of this installation.");

  private ApiDocument() {}

  static OpenAPI base(URI publicUrl) {
    return new OpenAPI()
        .info(
            new Info()
                .title("Moltrail")
                .version("1")
                .description(DESCRIPTION)
                .contact(new Contact().name("Moltrail").url(publicUrl.toString()))
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .addServersItem(new Server().url(publicUrl.toString()))
        .addSecurityItem(new SecurityRequirement().addList(BEARER))
        .components(components());
  }

  private static Components components() {
    return new Components()
        .addSecuritySchemes(
            BEARER,
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("at+jwt"))
        .addSchemas("Fault", fault())
        .addSchemas(PROBLEM, problem());
  }

  private static Schema<?> fault() {
    Schema<?> fault = new ObjectSchema();
    fault
        .description("A field that is not as it must be")
        .addProperty("pointer", new StringSchema())
        .addProperty("code", new StringSchema())
        .addProperty("detail", new StringSchema());
    fault.setRequired(List.of("pointer", "code", "detail"));
    return fault;
  }

  private static Schema<?> problem() {
    Schema<?> problem = new ObjectSchema();
    problem
        .description("A problem (RFC 9457)")
        .addProperty("type", new StringSchema().format("uri-reference"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema().format(null))
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema().format("uri-reference"))
        .addProperty("traceId", new StringSchema())
        .addProperty(
            "errors", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/Fault")));
    problem.setRequired(List.of("type", "title", "status", "detail", "instance", "traceId"));
    return problem;
  }
}
