package io.moltrail.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.moltrail.web.Call;
import io.moltrail.web.EdgeServer;
import io.moltrail.web.TestSettings;
import io.moltrail.web.redis.RedisAway;
import io.moltrail.web.redis.RedisGate;
import io.moltrail.web.settings.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenBucketTest {

  private static final RateLimit FIVE_A_DAY = new RateLimit(5, Duration.ofDays(1));
  private static final RedisGate REDIS = EdgeServer.bean(RedisGate.class);

  /** Both kinds keep the same arithmetic. */
  static List<RateLimits> kinds() {
    return List.of(limits(REDIS), limits(RedisAway.gate()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void gives_what_it_holds_and_then_nothing(RateLimits limits) {
    String key = UUID.randomUUID().toString();

    assertThat(take(limits, key, 7).map(Decision::allowed))
        .containsExactly(true, true, true, true, true, false, false);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void counts_down_and_never_below_nothing(RateLimits limits) {
    String key = UUID.randomUUID().toString();

    assertThat(take(limits, key, 7).map(Decision::remaining))
        .containsExactly(4L, 3L, 2L, 1L, 0L, 0L, 0L);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void says_when_the_next_comes_and_when_it_is_full(RateLimits limits) {
    Decision last = take(limits, UUID.randomUUID().toString(), 6).toList().getLast();

    assertThat(last.retryAfter())
        .isBetween(
            Duration.ofDays(1).dividedBy(5).minusMinutes(1), Duration.ofDays(1).dividedBy(5));
    assertThat(last.untilFull()).isBetween(Duration.ofDays(1).minusMinutes(1), Duration.ofDays(1));
    assertThat(last.headers())
        .containsKeys("Retry-After", "X-RateLimit-Reset")
        .containsEntry("X-RateLimit-Remaining", "0");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void keeps_keys_and_policies_apart(RateLimits limits) {
    String key = UUID.randomUUID().toString();
    take(limits, key, 5).toList();

    assertThat(limits.take("test", key + "x", FIVE_A_DAY).allowed()).isTrue();
    assertThat(limits.take("other", key, FIVE_A_DAY).allowed()).isTrue();
  }

  @Test
  void grows_at_once_when_the_limit_does() {
    RateLimits limits = limits(REDIS);
    String key = UUID.randomUUID().toString();
    take(limits, key, 6).toList();

    assertThat(
            limits
                .take("test", key, new RateLimit(1_000_000, Duration.ofMillis(1)))
                .limit()
                .requests())
        .isEqualTo(1_000_000);
  }

  @Test
  void is_shared_by_all_nodes() {
    var secret = TestSettings.secret();
    RateLimits one = new RateLimits(REDIS, new LocalBuckets(TimeMeter.SYSTEM_MILLISECONDS), secret);
    RateLimits other =
        new RateLimits(REDIS, new LocalBuckets(TimeMeter.SYSTEM_MILLISECONDS), secret);
    String key = UUID.randomUUID().toString();
    take(one, key, 3).toList();

    assertThat(take(other, key, 3).map(Decision::allowed)).containsExactly(true, true, false);
  }

  @Test
  void leaves_no_address_and_no_account_in_redis_and_nothing_for_ever() {
    limits(REDIS).take("test", "ada@lab.example", FIVE_A_DAY);
    Set<String> keys = REDIS.ask(it -> it.keys("*")).orElseThrow();

    assertThat(keys).isNotEmpty().noneMatch(it -> it.contains("ada") || it.contains("127.0.0.1"));
    assertThat(keys).allMatch(it -> REDIS.ask(redis -> redis.getExpire(it)).orElse(-1L) >= 0);
  }

  @Test
  void refuses_the_sixth_login_of_a_minute_and_lets_other_accounts_try() {
    String from = Call.freshAddress();
    List<Integer> answers = Stream.generate(() -> login(from, "ada")).limit(6).toList();

    assertThat(answers).containsExactly(200, 200, 200, 200, 200, 429);
    assertThat(login(from, "grace")).isEqualTo(200);
  }

  @Test
  void shows_the_limit_that_bites_first_and_how_long_to_wait() {
    String from = Call.freshAddress();
    Stream.generate(() -> login(from, "eve")).limit(5).toList();
    var refused =
        Call.send(
            Call.post(
                Call.to("/v1/auth/login").setHeader("X-Forwarded-For", from),
                "{\"name\":\"eve\"}"));

    assertThat(refused.headers().firstValue("x-ratelimit-limit")).contains("5");
    assertThat(refused.headers().firstValue("x-ratelimit-remaining")).contains("0");
    assertThat(refused.headers().firstValueAsLong("retry-after").orElse(0)).isBetween(1L, 12L);
    assertThat(refused.body()).contains("/problems/too-many-requests");
  }

  private static int login(String from, String account) {
    var call = Call.to("/v1/auth/login").setHeader("X-Forwarded-For", from);
    return Call.send(Call.post(call, "{\"name\":\"" + account + "\"}")).statusCode();
  }

  private static Stream<Decision> take(RateLimits limits, String key, int times) {
    return Stream.generate(() -> limits.take("test", key, FIVE_A_DAY)).limit(times);
  }

  private static RateLimits limits(RedisGate redis) {
    return new RateLimits(
        redis, new LocalBuckets(TimeMeter.SYSTEM_MILLISECONDS), TestSettings.secret());
  }
}
