package io.moltrail.acceptance.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one process says of itself. */
final class ApiDocument {

  private final JsonNode document;
  private final List<Template> templates;
  private final Schemas schemas;

  private ApiDocument(JsonNode document) {
    this.document = document;
    this.templates =
        document.get("paths").propertyNames().stream()
            .map(Template::of)
            .sorted(Comparator.comparingInt(Template::variables))
            .toList();
    this.schemas = new Schemas(document.get("components"));
  }

  static ApiDocument parse(String text) {
    return new ApiDocument(JsonMapper.shared().readTree(text));
  }

  Schemas schemas() {
    return schemas;
  }

  /** {@code HEAD} is answered as {@code GET} is. */
  Optional<Operation> find(String method, String path) {
    String meant = method.equals("HEAD") ? "GET" : method;
    return templates.stream()
        .filter(it -> it.covers(path))
        .findFirst()
        .flatMap(it -> operation(meant, it.path()));
  }

  private Optional<Operation> operation(String method, String path) {
    return Optional.ofNullable(document.get("paths").get(path).get(method.toLowerCase(Locale.ROOT)))
        .map(it -> new Operation(method + " " + path, it));
  }

  /** The part itself, or what its reference leads to. */
  JsonNode resolved(JsonNode part) {
    return part.has("$ref") ? document.at(part.get("$ref").stringValue().substring(1)) : part;
  }

  /** Each operation and each status that it may have, as {@code GET /v1/me 200}. */
  Set<String> promises() {
    Set<String> promises = new TreeSet<>();
    for (Template template : templates) {
      for (String method : document.get("paths").get(template.path()).propertyNames()) {
        operation(method.toUpperCase(Locale.ROOT), template.path())
            .ifPresent(it -> it.statuses().forEach(status -> promises.add(it.promise(status))));
      }
    }
    return promises;
  }

  /** One operation of the document. */
  record Operation(String name, JsonNode node) {

    List<String> statuses() {
      return new ArrayList<>(node.get("responses").propertyNames());
    }

    Optional<JsonNode> response(int status) {
      return Optional.ofNullable(node.get("responses").get(Integer.toString(status)));
    }

    String promise(String status) {
      return name + " " + status;
    }
  }
}
