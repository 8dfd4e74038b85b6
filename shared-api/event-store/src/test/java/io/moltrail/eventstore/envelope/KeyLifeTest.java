package io.moltrail.eventstore.envelope;

import static io.moltrail.eventstore.envelope.Wrappers.CURRENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.envelope.Envelopes.Envelope;
import io.moltrail.eventstore.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A key that another node destroyed works here until its time is over, and not longer. */
class KeyLifeTest {

  private static final byte[] SECRET = {1, 2, 3};

  private final TestDatabase database = Wrappers.freshLog();
  private final DataKeys other = Wrappers.keys(database, CURRENT);
  private final AtomicLong clock = new AtomicLong(1);
  private final Envelopes here =
      new Envelopes(
          new DataKeys(
              JdbcClient.create(database.as(DatabaseRoles.QUERY)),
              Keyring.of(CURRENT),
              clock::get));

  @Test
  void a_destroyed_key_stops_opening_when_its_time_in_memory_is_over() {
    Envelope sealed = new Envelopes(other).seal("user:1", SECRET);
    assertThat(here.open(sealed)).contains(SECRET);
    other.destroy("user:1");

    pass(DataKeys.CACHE_LIFE.minusNanos(1));
    assertThat(here.open(sealed)).as("still in memory").contains(SECRET);

    pass(Duration.ofNanos(1));
    assertThat(here.open(sealed)).isEmpty();
  }

  @Test
  void using_a_key_does_not_prolong_its_time() {
    Envelope sealed = new Envelopes(other).seal("user:1", SECRET);
    here.open(sealed);
    other.destroy("user:1");

    for (int second = 0; second < DataKeys.CACHE_LIFE.toSeconds(); second++) {
      here.open(sealed);
      pass(Duration.ofSeconds(1));
    }

    assertThat(here.open(sealed)).isEmpty();
  }

  @Test
  void a_text_is_kept_no_longer_than_the_key_of_its_owner() {
    Envelope name = new Envelopes(other).seal("user:1", SECRET);
    Envelope text = new Envelopes(other).sealText("text:1", "user:1", SECRET);
    here.open(name);
    JdbcClient.create(database.superuser())
        .sql("update log.data_key set wrapped_key = null, erased_at = now() where subject = ?")
        .param("user:1")
        .update();

    pass(DataKeys.CACHE_LIFE.minusSeconds(1));
    assertThat(here.open(text)).as("its owner is still in memory").contains(SECRET);

    pass(Duration.ofSeconds(1));
    assertThat(here.open(text)).isEmpty();
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }
}
