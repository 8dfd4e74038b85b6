package io.moltrail.web.limits;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes what a bucket said onto an answer; the last to speak is the one that the caller hears. */
final class RateLimitHeaders {

  private RateLimitHeaders() {}

  static void announce(Decision decision) {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
        && here.getResponse() != null) {
      write(here.getResponse(), decision);
    }
  }

  static void write(HttpServletResponse response, Decision decision) {
    decision.headers().forEach(response::setHeader);
  }
}
