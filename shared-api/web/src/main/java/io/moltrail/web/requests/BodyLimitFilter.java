package io.moltrail.web.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the counter on every body, with the limit that its path has; {@link BodyRules} knows the
 * route and may allow more.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

  static final long USUAL = 256 * 1024;
  static final long BATCH = 1024 * 1024;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new LimitedRequest(request, of(request)), response);
  }

  static long of(HttpServletRequest request) {
    return request.getRequestURI().endsWith(":batch") ? BATCH : USUAL;
  }
}
