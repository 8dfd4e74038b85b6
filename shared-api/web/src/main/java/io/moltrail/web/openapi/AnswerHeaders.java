package io.moltrail.web.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The headers of answers: what each means, and which answers carry which. */
public final class AnswerHeaders {

  public static final String EXAMPLE_TOKEN = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private static final String LAG = "X-Projection-Lag-Ms";
  static final Map<String, Header> ALL = all();

  private static final List<String> OF_LIMITS =
      List.of(
          "X-RateLimit-Limit",
          "X-RateLimit-Remaining",
          "X-RateLimit-Reset",
          "RateLimit-Policy",
          "RateLimit");
  private static final Map<String, List<String>> BY_STATUS =
      Map.of(
          "201", List.of("Location", "ETag"),
          "401", List.of("WWW-Authenticate"),
          "429", List.of("Retry-After"),
          "503", List.of("Retry-After"));

  private AnswerHeaders() {}

  /** Names headers of this list as headers of an answer. */
  public static void add(ApiResponse response, String... names) {
    for (String name : names) {
      response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
    }
  }

  /** Adds what follows from the status; what is said here of a header holds everywhere. */
  static void complete(ApiResponses responses, boolean limited) {
    boolean query = responses.values().stream().anyMatch(AnswerHeaders::tellsLag);
    responses.forEach(
        (status, response) -> {
          complete(status, response, limited);
          if (query) {
            add(response, LAG);
          }
        });
  }

  static boolean tellsLag(ApiResponse response) {
    return response.getHeaders() != null && response.getHeaders().containsKey(LAG);
  }

  private static void complete(String status, ApiResponse response, boolean limited) {
    if (response.getHeaders() != null) {
      List.copyOf(response.getHeaders().keySet()).stream()
          .filter(ALL::containsKey)
          .forEach(it -> add(response, it));
    }
    add(response, "X-Request-Id");
    BY_STATUS.getOrDefault(status, List.of()).forEach(it -> add(response, it));
    if (limited) {
      OF_LIMITS.forEach(it -> add(response, it));
    }
  }

  private static Map<String, Header> all() {
    Map<String, Header> all = new LinkedHashMap<>();
    all.put("ETag", text("The version, for If-Match.", "\"7\""));
    all.put("Location", text("Where the new resource is.", "/v1/projects"));
    all.put("RateLimit", text("Remaining and reset, as the IETF draft says it.", "\"user\";r=119"));
    all.put("RateLimit-Policy", text("Quota and window, as the IETF draft says it.", "\"user\""));
    all.put("Retry-After", number("Seconds to wait.", 1));
    all.put("WWW-Authenticate", text("What would let the caller in.", "Bearer"));
    all.put(
        "X-Consistency-Token",
        text(
                "The place of the write in the log, for reading it; absent when nothing changed.",
                EXAMPLE_TOKEN)
            .required(false));
    all.put(
        LAG,
        number("How old the answer may be, in milliseconds; absent when it was refused before.", 0)
            .required(false));
    all.put("X-RateLimit-Limit", number("Requests that the bucket holds.", 120));
    all.put("X-RateLimit-Remaining", number("Requests left.", 119));
    all.put("X-RateLimit-Reset", number("Seconds until the bucket is full.", 1));
    all.put(
        "X-Request-Id",
        text("The name of the request in our log.", "0b9a8f3e-5c1d-4f0a-9d2e-7a6b5c4d3e2f"));
    return Map.copyOf(all);
  }

  private static Header number(String description, int example) {
    return header(description, new IntegerSchema().format(null), example);
  }

  private static Header text(String description, String example) {
    return header(description, new StringSchema(), example);
  }

  private static Header header(String description, Schema<?> schema, Object example) {
    schema.setExample(example);
    return new Header().description(description).required(true).schema(schema);
  }
}
