package io.moltrail.web.limits;

import io.moltrail.web.CallerStanding;
import io.moltrail.web.problems.TooManyRequests;
import io.moltrail.web.security.CallerAddress;
import io.moltrail.web.settings.RateLimit;
import io.moltrail.web.settings.Settings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** The limit that every call counts against: by tier for users, by address for strangers. */
public final class CallLimits {

  private static final RateLimit STRANGERS = new RateLimit(120, Duration.ofMinutes(1));

  private final RateLimits limits;
  private final Settings.Limits settings;

  CallLimits(RateLimits limits, Settings.Limits settings) {
    this.limits = limits;
    this.settings = settings;
  }

  /**
   * @throws TooManyRequests when the bucket is empty
   */
  public void user(CallerStanding user, HttpServletResponse response) {
    pass(limits.take("api", user.user().toString(), settings.of(user.tier())), response);
  }

  /**
   * @throws TooManyRequests when the bucket is empty
   */
  public void stranger(CallerAddress from, HttpServletResponse response) {
    pass(limits.take("anonymous", from.key(), STRANGERS), response);
  }

  /** Counts a call that is refused with 401 anyway, which comes before 429 (API §1). */
  public void turnedAway(CallerAddress from, HttpServletResponse response) {
    Decision decision = limits.take("anonymous", from.key(), STRANGERS);
    RateLimitHeaders.write(response, decision.withoutRetry());
  }

  private static void pass(Decision decision, HttpServletResponse response) {
    RateLimitHeaders.write(response, decision);
    if (!decision.allowed()) {
      throw new TooManyRequests(decision.headers());
    }
  }
}
