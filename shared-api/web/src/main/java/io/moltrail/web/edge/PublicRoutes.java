package io.moltrail.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPatternParser;

/** What anybody may call. Whatever is not named here needs an access token. */
public final class PublicRoutes implements RequestMatcher {

  /** Wrong methods too: they get 405, not 401. */
  private static final List<String> PATHS =
      List.of(
          "/",
          "/error",
          "/v1/auth/register",
          "/v1/auth/verify-email",
          "/v1/auth/verify-email:resend",
          "/v1/auth/login",
          "/v1/auth/mfa/verify",
          "/v1/auth/refresh",
          "/v1/auth/password/forgot",
          "/v1/auth/password/reset",
          "/v1/tiers",
          "/v1/audit/key",
          "/.well-known/**",
          "/problems/**",
          "/health/**",
          "/docs/**",
          "/swagger-ui/**",
          "/v3/api-docs/**");

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
