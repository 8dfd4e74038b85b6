package io.moltrail.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.moltrail.web.permissions.Permission;
import io.moltrail.web.permissions.Permissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which methods each route answers, on whichever side. {@code Allow} is told from here, since a
 * process of one side does not know what the other answers at the same address (DESIGN §2).
 */
public final class ApiMethods {

  private static final Map<String, Set<String>> BY_ROUTE =
      Permissions.api().all().stream()
          .collect(groupingBy(Permission::path, mapping(Permission::method, toSet())));

  /** The most specific first, as requests are matched. */
  private static final List<PathPattern> PATTERNS =
      BY_ROUTE.keySet().stream()
          .map(PathPatternParser.defaultInstance::parse)
          .sorted(Comparator.naturalOrder())
          .toList();

  private ApiMethods() {}

  /** What may be done at an address, in alphabetical order; empty when no route leads there. */
  public static Optional<Set<String>> at(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return PATTERNS.stream()
        .filter(it -> it.matches(parsed))
        .findFirst()
        .map(it -> new TreeSet<>(BY_ROUTE.get(it.getPatternString())));
  }

  /**
   * What controllers of ours answer and this table does not name; for the tests of each process.
   *
   * @param mappings what {@code RequestMappingHandlerMapping.getHandlerMethods} gives
   */
  public static List<String> unlisted(Map<RequestMappingInfo, HandlerMethod> mappings) {
    return mappings.entrySet().stream()
        .filter(it -> it.getValue().getBeanType().getName().startsWith("io.moltrail."))
        .flatMap(it -> routes(it.getKey()))
        .distinct()
        .filter(it -> !isListed(it))
        .sorted()
        .toList();
  }

  private static Stream<String> routes(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream()
        .flatMap(
            path -> mapping.getMethodsCondition().getMethods().stream().map(it -> it + " " + path));
  }

  private static boolean isListed(String route) {
    String[] methodAndPath = route.split(" ", 2);
    return BY_ROUTE.getOrDefault(methodAndPath[1], Set.of()).contains(methodAndPath[0]);
  }
}
