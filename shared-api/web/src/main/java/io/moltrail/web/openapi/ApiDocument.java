package io.moltrail.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of the document that all operations share. */
final class ApiDocument {

  static final String BEARER = "bearer";
  static final String PROBLEM = "Problem";
  static final List<String> RATE_HEADERS =
      List.of(
          "X-RateLimit-Limit",
          "X-RateLimit-Remaining",
          "X-RateLimit-Reset",
          "RateLimit-Policy",
          "RateLimit");

  private ApiDocument() {}

  static OpenAPI base(URI publicUrl) {
    return new OpenAPI()
        .info(
            new Info()
                .title("Moltrail")
                .version("1")
                .description("A molecule registry with a complete, provable history.")
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
        .addSchemas(PROBLEM, problem())
        .headers(headers());
  }

  private static Schema<?> fault() {
    Schema<?> fault = new ObjectSchema();
    fault
        .addProperty(
            "pointer", new StringSchema().description("JSON pointer (RFC 6901) to the field"))
        .addProperty("code", new StringSchema())
        .addProperty("detail", new StringSchema());
    fault.setRequired(List.of("pointer", "code", "detail"));
    return fault;
  }

  private static Schema<?> problem() {
    Schema<?> problem = new ObjectSchema();
    problem
        .description("A problem (RFC 9457)")
        .addProperty(
            "type",
            new StringSchema()
                .format("uri-reference")
                .description("/problems/<code>, which explains it"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema().format("uri-reference"))
        .addProperty(
            "traceId", new StringSchema().description("As in X-Request-Id; finds it in the log"))
        .addProperty(
            "errors", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/Fault")));
    problem.setRequired(List.of("type", "title", "status", "detail", "instance", "traceId"));
    return problem;
  }

  private static Map<String, Header> headers() {
    Map<String, Header> headers = new LinkedHashMap<>();
    headers.put("X-RateLimit-Limit", number("Requests that the bucket holds"));
    headers.put("X-RateLimit-Remaining", number("Requests left"));
    headers.put("X-RateLimit-Reset", number("Seconds until the bucket is full"));
    headers.put("RateLimit-Policy", text("The same as the IETF draft says it: quota and window"));
    headers.put("RateLimit", text("The same as the IETF draft says it: remaining and reset"));
    headers.put("Retry-After", number("Seconds to wait"));
    headers.put("ETag", text("The version, for If-Match"));
    headers.put("X-Consistency-Token", text("The place of the write in the log, for reading it"));
    return headers;
  }

  private static Header number(String description) {
    return new Header().description(description).schema(new IntegerSchema());
  }

  private static Header text(String description) {
    return new Header().description(description).schema(new StringSchema());
  }

  static Header header(String name) {
    return new Header().$ref("#/components/headers/" + name);
  }
}
