package io.moltrail.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.CallerStanding;
import io.moltrail.web.EdgeServer;
import io.moltrail.web.TestSettings;
import io.moltrail.web.problems.TooManyRequests;
import io.moltrail.web.redis.RedisAway;
import io.moltrail.web.security.CallerAddress;
import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** With a clock that stands still, so that no bucket refills under a test. */
class CallLimitsTest {

  private static final int STRANGERS = 120;

  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final CallerAddress somewhere = new CallerAddress(InetAddress.getLoopbackAddress());
  private final UserId user = new UserId(EdgeServer.uuid7());
  private final CallLimits limits =
      new CallLimits(
          new RateLimits(
              RedisAway.gate(), new LocalBuckets(new StoppedClock()), TestSettings.secret()),
          TestSettings.good().limits());

  @Test
  void let_a_user_call_as_often_as_their_tier_allows() {
    calls(Tier.FREE, 120);

    assertThatThrownBy(() -> calls(Tier.FREE, 1)).isInstanceOf(TooManyRequests.class);
  }

  @Test
  void follow_a_change_of_tier_at_once() {
    calls(Tier.FREE, 120);

    assertThatCode(() -> calls(Tier.PRO, 1)).doesNotThrowAnyException();
    assertThat(response.getHeader("X-RateLimit-Limit")).isEqualTo("1200");
  }

  @Test
  void say_401_before_429_but_count_it() {
    for (int i = 0; i <= STRANGERS; i++) {
      limits.turnedAway(somewhere, response);
    }

    assertThat(response.getHeader("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(response.getHeader("Retry-After")).isNull();
    assertThatThrownBy(() -> limits.stranger(somewhere, response))
        .isInstanceOf(TooManyRequests.class);
  }

  private void calls(Tier tier, int times) {
    for (int i = 0; i < times; i++) {
      limits.user(new CallerStanding(user, tier, Set.of(), false, 1), response);
    }
  }

  private static final class StoppedClock implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return 0;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
