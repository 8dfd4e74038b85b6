package io.moltrail.web.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** One line per request at DEBUG, without its query: a query can hold a structure. */
final class AccessLogFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger("io.moltrail.web.access");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long start = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
      LOG.debug(
          "{} {} {} in {} ms",
          request.getMethod(),
          request.getRequestURI(),
          response.getStatus(),
          took);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !LOG.isDebugEnabled();
  }
}
