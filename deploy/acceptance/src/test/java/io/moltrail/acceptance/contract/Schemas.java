package io.moltrail.acceptance.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of one document (JSON Schema 2020-12), each compiled once. */
final class Schemas {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SchemaRegistryConfig STRICT =
      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, it -> it.schemaRegistryConfig(STRICT));
  private final JsonNode components;
  private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

  Schemas(JsonNode components) {
    this.components = components;
  }

  /** What is wrong with a body; empty when nothing is. */
  List<String> faults(JsonNode schema, String body) {
    JsonNode value;
    try {
      value = JSON.readTree(body);
    } catch (JacksonException e) {
      return List.of("is not JSON");
    }
    return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
        .map(it -> it.getInstanceLocation() + ": " + it.getMessage())
        .toList();
  }

  /** References lead into the components of the document. */
  private Schema compile(JsonNode schema) {
    ObjectNode whole = ((ObjectNode) schema).deepCopy();
    whole.set("components", components);
    return registry.getSchema(whole);
  }
}
