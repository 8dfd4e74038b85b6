package io.moltrail.acceptance.contract;

import io.moltrail.acceptance.contract.ApiDocument.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds an answer against the document: status, headers, kind of body, body. */
final class Judge {

  private static final String PROBLEM = "application/problem+json";
  private static final JsonNode PROBLEM_SCHEMA =
      JsonMapper.shared().readTree("{\"$ref\": \"#/components/schemas/Problem\"}");

  /** Headers that mean something to a caller; the rest is the same on every answer. */
  private static final Pattern TELLING =
      Pattern.compile(
          "x-.*|etag|location|allow|link|set-cookie|retry-after|www-authenticate|ratelimit.*|"
              + "content-disposition|last-modified|deprecation|sunset");

  private static final Set<String> SECURITY = Set.of("x-content-type-options");

  private final ApiDocument document;

  Judge(ApiDocument document) {
    this.document = document;
  }

  /** What the document does not say of this answer, in sentences. */
  List<String> faults(Exchange exchange) {
    List<String> faults = new ArrayList<>();
    document
        .find(exchange.method(), exchange.path())
        .ifPresentOrElse(it -> judge(it, exchange, faults), () -> judgeOutsider(exchange, faults));
    return faults;
  }

  /** Where there is no operation there can only be a problem. */
  private void judgeOutsider(Exchange exchange, List<String> faults) {
    if (exchange.status() < 400) {
      faults.add("there is no such operation");
    } else {
      judgeProblem(exchange, faults);
    }
  }

  private void judge(Operation operation, Exchange exchange, List<String> faults) {
    operation
        .response(exchange.status())
        .map(document::resolved)
        .ifPresentOrElse(
            it -> {
              judgeHeaders(it, exchange, faults);
              judgeBody(it, exchange, faults);
            },
            () -> faults.add(exchange.status() + " is no status of " + operation.name()));
  }

  private void judgeHeaders(JsonNode response, Exchange exchange, List<String> faults) {
    Set<String> named = new TreeSet<>();
    response
        .path("headers")
        .properties()
        .forEach(
            it -> {
              named.add(it.getKey().toLowerCase(Locale.ROOT));
              boolean required = document.resolved(it.getValue()).path("required").asBoolean(false);
              if (required && exchange.headers().firstValue(it.getKey()).isEmpty()) {
                faults.add("it has no " + it.getKey());
              }
            });
    exchange.headers().map().keySet().stream()
        .map(it -> it.toLowerCase(Locale.ROOT))
        .filter(it -> TELLING.matcher(it).matches() && !SECURITY.contains(it))
        .filter(it -> !named.contains(it))
        .forEach(it -> faults.add("nobody says that it has " + it));
  }

  private void judgeBody(JsonNode response, Exchange exchange, List<String> faults) {
    JsonNode content = response.path("content");
    if (exchange.method().equals("HEAD")) {
      return;
    }
    if (content.isEmpty() || !exchange.hasBody()) {
      if (content.isEmpty() == exchange.hasBody()) {
        faults.add(exchange.hasBody() ? "nobody says that it has a body" : "it has no body");
      }
      return;
    }
    String type = exchange.mediaType().orElse("none");
    content.properties().stream()
        .filter(it -> it.getKey().split(";", 2)[0].equals(type))
        .findFirst()
        .ifPresentOrElse(
            it -> judge(it, exchange, faults),
            () -> faults.add("its type is " + type + ", not " + content.propertyNames()));
  }

  private void judge(Map.Entry<String, JsonNode> media, Exchange exchange, List<String> faults) {
    if (media.getKey().endsWith("json")) {
      faults.addAll(document.schemas().faults(media.getValue().get("schema"), exchange.body()));
    }
  }

  private void judgeProblem(Exchange exchange, List<String> faults) {
    if (exchange.method().equals("HEAD")) {
      return;
    }
    if (exchange.mediaType().filter(PROBLEM::equals).isEmpty()) {
      faults.add("it is no problem");
    } else {
      faults.addAll(document.schemas().faults(PROBLEM_SCHEMA, exchange.body()));
    }
    if (exchange.status() == 405 && exchange.headers().firstValue("Allow").isEmpty()) {
      faults.add("it has no Allow");
    }
  }
}
