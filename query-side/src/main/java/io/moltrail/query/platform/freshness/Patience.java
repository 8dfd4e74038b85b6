package io.moltrail.query.platform.freshness;

import io.moltrail.web.requests.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/**
 * How long a reader waits for their own write, read before any controller is chosen; the same rule as
 * {@link io.moltrail.web.requests.WaitPreference}, which only a controller method can take.
 */
final class Patience {

  private static final long USUAL_SECONDS = 2;
  private static final long MOST_SECONDS = 10;

  private Patience() {}

  static Duration of(HttpServletRequest request) {
    long seconds =
        Preferences.of(request)
            .value("wait")
            .filter(it -> it.matches("[0-9]{1,4}"))
            .map(Long::valueOf)
            .orElse(USUAL_SECONDS);
    return Duration.ofSeconds(Math.min(seconds, MOST_SECONDS));
  }
}
