package io.moltrail.web.problems;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** 503: not now, but later; {@code Retry-After} says when to try again. */
public final class ServiceUnavailable extends EdgeRefusal {

  private static final long serialVersionUID = 1L;

  /** Something Moltrail depends on does not answer. */
  public ServiceUnavailable() {
    this("unavailable", Duration.ofSeconds(1));
  }

  public ServiceUnavailable(String code, Duration retryAfter) {
    this(code, "This cannot be answered right now; try again as Retry-After says.", retryAfter);
  }

  public ServiceUnavailable(String code, String sentence, Duration retryAfter) {
    super(
        503,
        code,
        sentence,
        List.of(),
        Map.of("Retry-After", Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds()))));
  }
}
