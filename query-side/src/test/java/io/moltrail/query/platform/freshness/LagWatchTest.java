package io.moltrail.query.platform.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.moltrail.messages.LogPlace;
import io.moltrail.query.platform.database.ReachedPlace;
import io.moltrail.query.platform.database.ReadSchema;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

class LagWatchTest {

  private final ReadSchema schema =
      new ReadSchema(
          "read_a",
          mock(JdbcTemplate.class),
          mock(JdbcClient.class),
          mock(PlatformTransactionManager.class),
          mock(TokenStore.class),
          new ReachedPlace());
  private Optional<LogPlace> head = Optional.empty();
  private long now;
  private final LagWatch watch = new LagWatch(() -> head, () -> now);

  @Test
  void before_the_first_look_nobody_can_say_that_answers_are_new() {
    assertThat(watch.lag(schema)).isGreaterThan(Freshness.MOST_LAG);
  }

  @Test
  void an_empty_log_is_no_lag() {
    watch.look();

    assertThat(watch.lag(schema)).isZero();
  }

  @Test
  void a_steady_stream_of_writes_is_no_lag_though_its_end_is_never_reached() {
    for (int i = 1; i <= 100; i++) {
      head = Optional.of(place(i));
      watch.look();
      schema.reached().advance(place(i - 1));
      pass(200);
    }

    assertThat(watch.lag(schema)).isLessThanOrEqualTo(Duration.ofMillis(400));
  }

  @Test
  void rows_that_stay_behind_grow_old() {
    watch.look();
    assertThat(watch.lag(schema)).isZero();
    head = Optional.of(place(1));
    for (int i = 0; i < 1_000; i++) {
      pass(200);
      watch.look();
    }

    assertThat(watch.lag(schema)).isEqualTo(Duration.ofSeconds(200));
    schema.reached().advance(place(1));
    assertThat(watch.lag(schema)).isZero();
  }

  @Test
  void a_log_that_can_no_longer_be_read_is_a_lag() {
    watch.look();
    assertThat(watch.lag(schema)).isZero();
    pass(4_000);

    assertThat(watch.lag(schema)).isEqualTo(Duration.ofSeconds(4));
  }

  private void pass(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private static LogPlace place(long n) {
    return new LogPlace(0, n, n);
  }
}
