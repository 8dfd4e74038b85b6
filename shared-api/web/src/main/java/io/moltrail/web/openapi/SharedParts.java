package io.moltrail.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What several operations use stands in the document once, and nothing that none uses. */
final class SharedParts {

  private SharedParts() {}

  static void gather(OpenAPI document) {
    List<Operation> operations =
        Objects.requireNonNullElse(document.getPaths(), Map.<String, PathItem>of())
            .values()
            .stream()
            .flatMap(it -> it.readOperations().stream())
            .toList();
    headers(document, operations);
    tags(document, operations);
    operations.forEach(it -> it.getResponses().replaceAll((status, r) -> shared(document, r)));
  }

  private static void headers(OpenAPI document, List<Operation> operations) {
    operations.stream()
        .map(Operation::getResponses)
        .map(ApiResponses::values)
        .flatMap(Collection::stream)
        .map(ApiResponse::getHeaders)
        .filter(Objects::nonNull)
        .flatMap(it -> it.keySet().stream())
        .filter(AnswerHeaders.ALL::containsKey)
        .distinct()
        .forEach(it -> document.getComponents().addHeaders(it, AnswerHeaders.ALL.get(it)));
  }

  private static void tags(OpenAPI document, List<Operation> operations) {
    Set<String> used =
        operations.stream()
            .flatMap(it -> Objects.requireNonNullElse(it.getTags(), List.<String>of()).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    document.setTags(
        ApiDocument.TAGS.entrySet().stream()
            .filter(it -> used.contains(it.getKey()))
            .map(it -> new Tag().name(it.getKey()).description(it.getValue()))
            .toList());
  }

  /** An answer that is nothing but problems is named by them. */
  private static ApiResponse shared(OpenAPI document, ApiResponse response) {
    if (response.getContent() == null
        || !response.getContent().keySet().equals(Set.of(ProblemResponses.MEDIA_TYPE))) {
      return response;
    }
    Map<String, ?> examples = response.getContent().get(ProblemResponses.MEDIA_TYPE).getExamples();
    if (examples == null) {
      return response;
    }
    String name =
        Stream.concat(
                AnswerHeaders.tellsLag(response) ? Stream.of("query") : Stream.of(),
                examples.keySet().stream().sorted())
            .collect(Collectors.joining("."));
    return document.getComponents().getResponses() != null
            && !response.equals(
                document.getComponents().getResponses().getOrDefault(name, response))
        ? response
        : named(document, name, response);
  }

  private static ApiResponse named(OpenAPI document, String name, ApiResponse response) {
    document.getComponents().addResponses(name, response);
    return new ApiResponse().$ref("#/components/responses/" + name);
  }
}
