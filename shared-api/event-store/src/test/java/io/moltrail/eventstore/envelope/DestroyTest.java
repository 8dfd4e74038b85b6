package io.moltrail.eventstore.envelope;

import static io.moltrail.eventstore.envelope.Wrappers.CURRENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.envelope.Envelopes.Envelope;
import io.moltrail.eventstore.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A destroyed key is gone for ever, whoever is writing meanwhile. */
class DestroyTest {

  private static final byte[] SECRET = {1, 2, 3};

  private final TestDatabase database = Wrappers.freshLog();
  private final DataSource source = database.as(DatabaseRoles.COMMAND);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(source));

  @Test
  void it_takes_the_subject_and_its_texts_and_says_how_many() {
    Envelopes envelopes = envelopes();
    Envelope name = envelopes.seal("user:1", SECRET);
    Envelope text = envelopes.sealText("text:1", "user:1", SECRET);
    Envelope stranger = envelopes.sealText("text:2", "user:2", SECRET);

    assertThat(keys().destroy("user:1")).isEqualTo(2);
    assertThat(keys().destroy("user:1")).isZero();

    assertThat(envelopes().open(name)).isEmpty();
    assertThat(envelopes().open(text)).isEmpty();
    assertThat(envelopes().open(stranger)).contains(SECRET);
  }

  @Test
  void one_text_goes_without_its_owner() {
    Envelopes envelopes = envelopes();
    Envelope name = envelopes.seal("user:1", SECRET);
    Envelope text = envelopes.sealText("text:1", "user:1", SECRET);

    assertThat(keys().destroy("text:1")).isEqualTo(1);

    assertThat(envelopes().open(text)).isEmpty();
    assertThat(envelopes().open(name)).contains(SECRET);
  }

  @Test
  void the_process_that_destroys_forgets_at_once() {
    DataKeys keys = keys();
    Envelopes envelopes = new Envelopes(keys);
    Envelope name = envelopes.seal("user:1", SECRET);
    Envelope text = envelopes.sealText("text:1", "user:1", SECRET);
    assertThat(envelopes.open(text)).isPresent();
    assertThat(envelopes.open(name)).isPresent();

    keys.destroy("user:1");

    assertThat(envelopes.open(name)).isEmpty();
    assertThat(envelopes.open(text)).isEmpty();
  }

  @Test
  void a_subject_that_never_had_a_key_gets_none_any_more() {
    assertThat(keys().destroy("user:1")).isZero();

    assertThatExceptionOfType(ErasedSubjectException.class)
        .isThrownBy(() -> envelopes().seal("user:1", SECRET));
  }

  @Test
  void a_key_that_is_being_made_is_waited_for_and_destroyed() {
    CompletableFuture<Integer> destroyed = new CompletableFuture<>();
    Envelope[] sealed = new Envelope[2];

    transaction.executeWithoutResult(
        status -> {
          Envelopes envelopes = envelopes();
          sealed[0] = envelopes.seal("user:1", SECRET);
          sealed[1] = envelopes.sealText("text:1", "user:1", SECRET);
          destroyed.completeAsync(() -> keys().destroy("user:1"), Thread::startVirtualThread);
          awaitLockWait();
        });

    assertThat(destroyed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(2);
    assertThat(envelopes().open(sealed[0])).isEmpty();
    assertThat(envelopes().open(sealed[1])).isEmpty();
  }

  @Test
  void who_comes_while_it_is_being_destroyed_waits_and_is_refused() {
    CompletableFuture<Envelope> sealed = new CompletableFuture<>();

    transaction.executeWithoutResult(
        status -> {
          keys().destroy("user:1");
          sealed.completeAsync(
              () -> envelopes().seal("user:1", SECRET), Thread::startVirtualThread);
          awaitLockWait();
        });

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> sealed.orTimeout(20, TimeUnit.SECONDS).join())
        .withCauseInstanceOf(ErasedSubjectException.class);
  }

  /** No lock is needed for it: what wraps the text's key is gone. */
  @Test
  void a_text_that_is_added_while_its_owner_is_destroyed_opens_nowhere() {
    keys().findOrMake("user:1");
    Envelope[] sealed = new Envelope[1];

    transaction.executeWithoutResult(
        status -> {
          sealed[0] = envelopes().sealText("text:1", "user:1", SECRET);
          int destroyed =
              CompletableFuture.supplyAsync(
                      () -> keys().destroy("user:1"), Thread::startVirtualThread)
                  .orTimeout(20, TimeUnit.SECONDS)
                  .join();
          assertThat(destroyed).isEqualTo(1);
        });

    assertThat(envelopes().open(sealed[0])).isEmpty();
    assertThat(keys().destroy("user:1")).as("the row that was left").isEqualTo(1);
  }

  @Test
  void the_command_side_cannot_do_it_by_hand_and_the_query_side_not_at_all() {
    keys().findOrMake("user:1");

    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(
            () ->
                JdbcClient.create(source).sql("update log.data_key set wrapped_by = 'x'").update())
        .withStackTraceContaining("permission denied");
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(
            () ->
                new DataKeys(JdbcClient.create(database.as(DatabaseRoles.QUERY)), CURRENT)
                    .destroy("user:1"))
        .withStackTraceContaining("permission denied");
  }

  private DataKeys keys() {
    return Wrappers.keys(database, CURRENT);
  }

  private Envelopes envelopes() {
    return new Envelopes(keys());
  }

  /** Until somebody in this database waits for a lock. */
  private void awaitLockWait() {
    JdbcClient superuser = JdbcClient.create(database.superuser());
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (superuser
            .sql(
                "select count(*) from pg_stat_activity where datname = current_database() and"
                    + " wait_event_type = 'Lock'")
            .query(Integer.class)
            .single()
        == 0) {
      assertThat(System.nanoTime() - deadline).as("nobody waited").isNegative();
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
