package io.moltrail.web;

import static java.util.Map.entry;

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
      Map.ofEntries(
          entry("/", Set.of("GET")),
          entry("/health/live", Set.of("GET")),
          entry("/health/ready", Set.of("GET")),
          entry("/problems/{code}", Set.of("GET")),
          entry("/.well-known/jwks.json", Set.of("GET")),
          entry("/.well-known/security.txt", Set.of("GET")),
          entry("/v1/auth/register", Set.of("POST")),
          entry("/v1/auth/verify-email", Set.of("POST")),
          entry("/v1/auth/verify-email:resend", Set.of("POST")),
          entry("/v1/auth/login", Set.of("POST")),
          entry("/v1/auth/refresh", Set.of("POST")),
          entry("/v1/auth/logout", Set.of("POST")),
          entry("/v1/me", Set.of("GET", "PATCH")),
          entry("/v1/tiers", Set.of("GET")),
          entry("/v1/projects", Set.of("GET", "POST")),
          entry("/v1/projects/{pid}", Set.of("GET", "PATCH")),
          entry("/v1/projects/{pid}:archive", Set.of("POST")),
          entry("/v1/projects/{pid}:restore", Set.of("POST")),
          entry("/v1/projects/{pid}/members", Set.of("GET")),
          entry("/v1/projects/{pid}/members/{uid}", Set.of("PUT", "DELETE")),
          entry("/v1/projects/{pid}/history", Set.of("GET")),
          entry("/v1/projects/{pid}/molecules", Set.of("GET", "POST")),
          entry("/v1/projects/{pid}/molecules:batch", Set.of("POST")),
          entry("/v1/molecules/lookup", Set.of("GET", "POST")),
          entry("/v1/molecules/{mid}", Set.of("GET", "PATCH")),
          entry("/v1/molecules/{mid}:archive", Set.of("POST")),
          entry("/v1/molecules/{mid}:restore", Set.of("POST")),
          entry("/v1/molecules/{mid}/history", Set.of("GET")),
          entry("/v1/admin/users", Set.of("POST")),
          entry("/v1/admin/users/{uid}", Set.of("GET")),
          entry("/v1/admin/users/{uid}:suspend", Set.of("POST")),
          entry("/v1/admin/users/{uid}:reinstate", Set.of("POST")));

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
