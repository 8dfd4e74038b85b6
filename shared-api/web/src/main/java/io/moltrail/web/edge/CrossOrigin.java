package io.moltrail.web.edge;

import io.moltrail.web.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Lets pages of allowed origins call, and nobody else's; our own origin always, for a gateway may
 * hide it from us.
 */
final class CrossOrigin extends DefaultCorsProcessor {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
  private static final List<String> READABLE =
      List.of(
          "ETag",
          "Idempotency-Replayed",
          "Location",
          "RateLimit",
          "RateLimit-Policy",
          "Retry-After",
          "X-Consistency-Token",
          "X-Projection-Lag-Ms",
          "X-RateLimit-Limit",
          "X-RateLimit-Remaining",
          "X-RateLimit-Reset",
          "X-Request-Id");
  private static final List<String> SENDABLE =
      List.of(
          "Accept",
          "Authorization",
          "Content-Type",
          "Idempotency-Key",
          "If-Match",
          "If-None-Match",
          "Last-Event-ID",
          "Prefer",
          "X-Change-Reason",
          "X-Consistency-Token",
          "X-Device-Token",
          "X-Request-Id");

  private final Refuser refuser;

  CrossOrigin(Refuser refuser) {
    this.refuser = refuser;
  }

  static CorsConfiguration rules(Settings settings) {
    CorsConfiguration rules = new CorsConfiguration();
    rules.setAllowedOrigins(
        Stream.concat(
                settings.network().allowedOrigins().stream(),
                Stream.of(settings.publicUrl().toString()))
            .distinct()
            .toList());
    rules.setAllowedMethods(METHODS);
    rules.setAllowedHeaders(SENDABLE);
    rules.setExposedHeaders(READABLE);
    rules.setMaxAge(Duration.ofHours(1));
    return rules;
  }

  @Override
  public boolean processRequest(
      @Nullable CorsConfiguration rules, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean passed = super.processRequest(rules, request, response);
    if (!passed) {
      refuser.refuse(request, response, new AccessDeniedException("origin"));
    }
    return passed;
  }

  /** The problem is written by {@link #processRequest}. */
  @Override
  protected void rejectRequest(ServerHttpResponse response) {
    response.setStatusCode(HttpStatus.FORBIDDEN);
  }
}
