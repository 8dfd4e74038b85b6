package io.moltrail.web.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisGateTest {

  private long now;
  private int questions;
  private final RedisGate gate = new RedisGate(new StringRedisTemplate(), () -> now);

  @Test
  void passes_on_what_redis_answers() {
    assertThat(ask(Duration.ofMillis(1))).contains("answer");
  }

  @Test
  void does_not_ask_again_within_a_second_of_a_failure() {
    fail();
    ask(Duration.ZERO);

    assertThat(questions).isEqualTo(1);
    assertThat(gate.available()).isFalse();
  }

  @Test
  void asks_again_after_a_second_and_stays_open_when_that_went_well() {
    fail();
    now += Duration.ofMillis(1001).toNanos();
    ask(Duration.ZERO);

    assertThat(ask(Duration.ZERO)).contains("answer");
    assertThat(gate.available()).isTrue();
  }

  @Test
  void takes_three_slow_answers_in_a_row_for_an_absence() {
    ask(Duration.ofMillis(150));
    ask(Duration.ofMillis(150));
    ask(Duration.ofMillis(150));

    assertThat(ask(Duration.ZERO)).isEmpty();
  }

  @Test
  void forgives_single_slow_answers() {
    ask(Duration.ofMillis(150));
    ask(Duration.ofMillis(150));
    ask(Duration.ofMillis(1));
    ask(Duration.ofMillis(150));

    assertThat(ask(Duration.ZERO)).contains("answer");
  }

  private Optional<String> ask(Duration took) {
    return gate.ask(
        redis -> {
          questions++;
          now += took.toNanos();
          return "answer";
        });
  }

  private void fail() {
    gate.ask(
        redis -> {
          questions++;
          throw new RedisConnectionFailureException("away");
        });
  }
}
