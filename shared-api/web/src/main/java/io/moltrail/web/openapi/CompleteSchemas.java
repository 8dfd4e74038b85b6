package io.moltrail.web.openapi;

import io.moltrail.web.problems.ProblemFacts;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Schemas as they are meant: each property described, nothing allowed that is not named, and in
 * requests whatever may be null may be left out.
 */
final class CompleteSchemas {

  private final Words words;
  private final List<ProblemFacts> facts;

  CompleteSchemas(Words words, List<ProblemFacts> facts) {
    this.words = words;
    this.facts = List.copyOf(facts);
  }

  void complete(OpenAPI document) {
    Components components = document.getComponents();
    facts.forEach(it -> add(it, components));
    Set<String> sent = sent(document);
    components
        .getSchemas()
        .forEach(
            (name, schema) -> {
              if (schema.getProperties() != null) {
                complete(name, schema, sent.contains(name));
              }
            });
  }

  private void complete(String name, Schema<?> schema, boolean sent) {
    schema.getProperties().forEach((property, it) -> words.describe(name, property, it));
    if (schema.getAdditionalProperties() == null) {
      schema.setAdditionalProperties(false);
    }
    if (sent && schema.getRequired() != null) {
      schema.setRequired(
          schema.getRequired().stream()
              .filter(it -> !RecordSchemas.isNullable(schema.getProperties().get(it)))
              .toList());
    }
  }

  /** Problems of some codes have further members, which the schema of all problems names. */
  private static void add(ProblemFacts facts, Components components) {
    ResolvedSchema members =
        ModelConverters.getInstance(true)
            .resolveAsResolvedSchema(new AnnotatedType(facts.members()).resolveAsRef(false));
    Schema<?> own = members.schema;
    Schema<?> problem = components.getSchemas().get(ApiDocument.PROBLEM);
    own.getProperties().forEach(problem::addProperty);
    members.referencedSchemas.forEach(
        (name, schema) -> {
          if (!schema.equals(own) && !components.getSchemas().containsKey(name)) {
            components.addSchemas(name, schema);
          }
        });
  }

  /** Which schemas stand in requests. */
  private static Set<String> sent(OpenAPI document) {
    Deque<Schema<?>> open = new ArrayDeque<>();
    document.getPaths().values().stream()
        .flatMap(it -> it.readOperations().stream())
        .map(Operation::getRequestBody)
        .filter(Objects::nonNull)
        .map(RequestBody::getContent)
        .filter(Objects::nonNull)
        .flatMap(it -> it.values().stream())
        .map(MediaType::getSchema)
        .filter(Objects::nonNull)
        .forEach(open::add);
    Set<String> names = new HashSet<>();
    while (!open.isEmpty()) {
      Schema<?> schema = open.remove();
      if (schema.get$ref() != null) {
        String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
        if (names.add(name)) {
          open.add(document.getComponents().getSchemas().get(name));
        }
      }
      open.addAll(parts(schema));
    }
    return names;
  }

  private static List<Schema<?>> parts(Schema<?> schema) {
    List<Schema<?>> parts = new ArrayList<>();
    if (schema.getItems() != null) {
      parts.add(schema.getItems());
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(parts::add);
    }
    if (schema.getAnyOf() != null) {
      schema.getAnyOf().forEach(parts::add);
    }
    return parts;
  }
}
