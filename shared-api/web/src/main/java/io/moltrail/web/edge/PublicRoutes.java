package io.moltrail.web.edge;

import io.moltrail.web.permissions.Permissions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPatternParser;

/** What anybody may call. Whatever is not named here needs an access token. */
public final class PublicRoutes implements RequestMatcher {

  /** What is served beside the API. */
  private static final List<String> PAGES =
      List.of("/error", "/docs/**", "/swagger-ui/**", "/v3/api-docs/**");

  /** Addresses below these too, and wrong methods: they get 404 and 405, not 401. */
  private static final List<String> BRANCHES =
      List.of("/.well-known/**", "/problems/**", "/health/**");

  private static final List<String> PATHS =
      Stream.of(Permissions.api().open(), PAGES, BRANCHES).flatMap(List::stream).toList();

  private final List<? extends RequestMatcher> matchers = matchers(PATHS.stream());

  /** Whether a path as routes are written is public. */
  public static boolean covers(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return PATHS.stream()
        .anyMatch(it -> PathPatternParser.defaultInstance.parse(it).matches(parsed));
  }

  @Override
  public boolean matches(HttpServletRequest request) {
    return matchers.stream().anyMatch(it -> it.matches(request));
  }

  static List<? extends RequestMatcher> matchers(Stream<String> paths) {
    return paths.map(it -> PathPatternRequestMatcher.withDefaults().matcher(it)).toList();
  }
}
