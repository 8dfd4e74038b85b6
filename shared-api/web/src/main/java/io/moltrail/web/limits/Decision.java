package io.moltrail.web.limits;

import io.moltrail.web.settings.RateLimit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a bucket said.
 *
 * @param remaining whole requests left, never negative
 * @param untilFull when the bucket is full again
 * @param retryAfter when the next request may come; zero when allowed
 */
public record Decision(
    String policy,
    RateLimit limit,
    boolean allowed,
    long remaining,
    Duration untilFull,
    Duration retryAfter) {

  /** How the answer says it: the customary headers and those of the IETF draft. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-RateLimit-Limit", Integer.toString(limit.requests()));
    headers.put("X-RateLimit-Remaining", Long.toString(remaining));
    headers.put("X-RateLimit-Reset", Long.toString(seconds(untilFull)));
    headers.put(
        "RateLimit-Policy",
        "\"" + policy + "\";q=" + limit.requests() + ";w=" + limit.per().toSeconds());
    headers.put("RateLimit", "\"" + policy + "\";r=" + remaining + ";t=" + seconds(untilFull));
    if (!allowed) {
      headers.put("Retry-After", Long.toString(Math.max(1, seconds(retryAfter))));
    }
    return headers;
  }

  /** For an answer that says something else than "too often". */
  Decision withoutRetry() {
    return new Decision(policy, limit, true, remaining, untilFull, Duration.ZERO);
  }

  private static long seconds(Duration duration) {
    return duration.plusMillis(999).toSeconds();
  }
}
