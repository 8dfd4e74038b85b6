package io.moltrail.eventstore.log;

import static io.moltrail.eventstore.log.LogFixture.added;
import static io.moltrail.eventstore.log.LogFixture.message;
import static io.moltrail.eventstore.log.LogFixture.newId;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class LogListenerTest {

  private final LogFixture fixture = new LogFixture();
  private final LogMessageSource source = new LogMessageSource(fixture.reader);

  @Test
  void a_reader_in_another_process_is_woken_by_an_announcement() throws Exception {
    try (LogListener listener = new LogListener(fixture.query, fixture.log, source::wake);
        LogAnnouncer announcer = new LogAnnouncer(new JdbcTemplate(fixture.command));
        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
      assertThat(listener).isNotNull();
      fixture.append(message(newId(), 0, added()));
      announcer.committed();

      assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
      assertThat(stream.nextAvailable().getPayloadType().getSimpleName())
          .isEqualTo("MoleculeAdded");
    }
  }

  @Test
  void a_wake_that_came_while_the_horizon_hid_the_event_is_made_good() throws Exception {
    CountedWakes wakes = new CountedWakes();
    try (LogListener listener = new LogListener(fixture.query, fixture.log, wakes)) {
      TransactionTemplate foreign = fixture.transaction;
      foreign.executeWithoutResult(
          status -> {
            new JdbcTemplate(fixture.command)
                .queryForObject("select pg_current_xact_id()::text", String.class);
            inAnotherThread(() -> fixture.append(message(newId(), 0, added())));
            listener.committed();
            wakes.awaitMore(3);
            assertThat(fixture.log.readAfter(null, 1)).isEmpty();
          });
      wakes.awaitMore(1);
      wakes.awaitReadable(() -> !fixture.log.readAfter(null, 1).isEmpty());
    }
  }

  @Test
  void a_stream_gives_every_event_once_and_in_order() throws Exception {
    List<String> ids = List.of(newId(), newId(), newId());
    ids.forEach(id -> fixture.append(message(id, 0, added())));
    try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null)) {
      for (int i = 0; i < 3; i++) {
        assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
        stream.nextAvailable();
      }
      assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
    }
  }

  @Test
  void a_reader_that_fails_when_it_is_woken_keeps_no_other_from_being_woken() throws Exception {
    CountedWakes wakes = new CountedWakes();
    AtomicInteger failures = new AtomicInteger();
    try (BlockingStream<TrackedEventMessage<?>> broken = source.openStream(null);
        BlockingStream<TrackedEventMessage<?>> sound = source.openStream(null)) {
      broken.setOnAvailableCallback(
          () -> {
            failures.incrementAndGet();
            throw new IllegalStateException("a broken reader");
          });
      sound.setOnAvailableCallback(wakes);

      source.wake();
      source.wake();

      wakes.awaitMore(2);
      assertThat(failures).hasValue(1);
      broken.setOnAvailableCallback(() -> {});
    }
  }

  @Test
  void the_listener_goes_on_listening_whatever_goes_wrong() {
    CountedWakes wakes = new CountedWakes();
    AtomicInteger connections = new AtomicInteger();
    DataSource unsteady =
        new DelegatingDataSource(fixture.query) {
          @Override
          public Connection getConnection() throws SQLException {
            if (connections.getAndIncrement() == 0) {
              throw new IllegalStateException("a bug of the pool");
            }
            return super.getConnection();
          }
        };
    Runnable failing =
        () -> {
          wakes.run();
          throw new IllegalStateException("a broken reader");
        };
    try (LogListener listener = new LogListener(unsteady, fixture.log, failing);
        LogAnnouncer announcer = new LogAnnouncer(new JdbcTemplate(fixture.command))) {
      assertThat(listener).isNotNull();
      wakes.awaitMore(2); // once connected, and when it looked again
      announcer.committed();
      wakes.awaitMore(2);
    }
  }

  private static void inAnotherThread(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
