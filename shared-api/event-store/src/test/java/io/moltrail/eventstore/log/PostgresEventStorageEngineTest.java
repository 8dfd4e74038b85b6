package io.moltrail.eventstore.log;

import static io.moltrail.eventstore.log.LogFixture.added;
import static io.moltrail.eventstore.log.LogFixture.message;
import static io.moltrail.eventstore.log.LogFixture.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.envelope.EventSealer;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.molecule.MoleculeAdded;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class PostgresEventStorageEngineTest {

  private final LogFixture fixture = new LogFixture();

  @Test
  void the_newest_event_of_an_aggregate_is_found_by_its_place() {
    String id = newId();
    fixture.append(message(id, 0, added()), message(id, 1, added()));
    fixture.append(message(newId(), 0, added()));

    LogPlace second = fixture.log.readAggregate(id, 1, 1).getFirst().place();

    assertThat(fixture.log.newestOf(id)).contains(second);
    assertThat(fixture.log.newestOf(newId())).isEmpty();
  }

  @Test
  void what_was_appended_is_read_back_as_it_was() {
    String id = newId();
    MoleculeAdded event = added();
    fixture.append(message(id, 0, event));

    DomainEventMessage<?> read = fixture.reader.readEvents(id).next();

    assertThat(read.getPayload()).isEqualTo(event);
    assertThat(read.getType()).isEqualTo("molecule");
    assertThat(read.getMetaData().get(MetadataKeys.ACTOR)).isEqualTo(LogFixture.SOMEBODY);
  }

  @Test
  void the_stored_name_is_no_class_name() {
    fixture.append(message(newId(), 0, added()));

    StoredEvent stored = fixture.log.readAfter(null, 1).getFirst();

    assertThat(stored.type()).isEqualTo("molecule.added");
    assertThat(stored.revision()).isEqualTo("1");
    assertThat(text(stored)).doesNotContain("io.moltrail");
  }

  @Test
  void nothing_confidential_stands_in_clear() {
    fixture.append(
        message(
            newId(),
            0,
            added(),
            Map.of(MetadataKeys.ACTOR, LogFixture.SOMEBODY, MetadataKeys.REASON, "Canaryreason")));

    assertThat(text(fixture.log.readAfter(null, 1).getFirst()))
        .contains("KIN-000001")
        .doesNotContain("Canary", "CCO", "LFQSCWFLJHTTHZ", "InChI", "99.5");
  }

  @Test
  void metadata_that_is_not_foreseen_stops_the_append() {
    for (Map<String, ?> metadata :
        List.of(
            Map.of("traceId", "7"),
            Map.of(MetadataKeys.REASON, 7),
            Map.of(MetadataKeys.ACTOR, "ada@example.org"))) {
      assertThatThrownBy(() -> fixture.append(message(newId(), 0, added(), metadata)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(fixture.log.readAfter(null, 1)).isEmpty();
  }

  @Test
  void a_reason_is_read_back() {
    String id = newId();
    fixture.append(message(id, 0, added(), Map.of(MetadataKeys.REASON, "because")));

    assertThat(fixture.reader.readEvents(id).next().getMetaData().get(MetadataKeys.REASON))
        .isEqualTo("because");
  }

  @Test
  void without_its_key_a_value_reads_as_erased_and_the_reason_falls_with_it() {
    String id = newId();
    MoleculeAdded event = added();
    fixture.append(message(id, 0, event, Map.of(MetadataKeys.REASON, "because")));
    JdbcClient.create(fixture.database.superuser())
        .sql("update log.data_key set wrapped_key = null, erased_at = now() where subject = ?")
        .param(event.projectId().subject())
        .update();

    DomainEventMessage<?> read = LogFixture.engine(fixture.query).readEvents(id).next();

    MoleculeAdded erased = (MoleculeAdded) read.getPayload();
    assertThat(erased.structure().kept()).isEmpty();
    assertThat(erased.name().kept()).isEmpty();
    assertThat(erased.annotations().kept()).isEmpty();
    assertThat(erased.number()).isEqualTo(event.number());
    assertThat(read.getMetaData().get(MetadataKeys.REASON)).isEqualTo(EventSealer.ERASED);
  }

  @Test
  void the_same_number_twice_is_a_lost_race() {
    String id = newId();
    fixture.append(message(id, 0, added()), message(id, 1, added()));

    assertThatThrownBy(() -> fixture.append(message(newId(), 0, added()), message(id, 1, added())))
        .isInstanceOf(ConcurrencyException.class);
  }

  @Test
  void the_same_aggregate_twice_is_told_apart_even_within_a_batch() {
    String id = newId();
    fixture.append(message(id, 0, added()));

    assertThatThrownBy(() -> fixture.append(message(newId(), 0, added()), message(id, 0, added())))
        .isInstanceOf(AggregateStreamCreationException.class);
  }

  @Test
  void a_batch_keeps_its_order() {
    List<DomainEventMessage<?>> batch =
        Stream.generate(() -> message(newId(), 0, added()))
            .limit(300)
            .<DomainEventMessage<?>>map(it -> it)
            .toList();
    fixture.append(batch.toArray(DomainEventMessage<?>[]::new));

    assertThat(fixture.log.readAfter(null, 1000))
        .extracting(StoredEvent::eventId)
        .containsExactlyElementsOf(batch.stream().map(DomainEventMessage::getIdentifier).toList());
  }

  @Test
  void an_event_is_not_seen_before_one_that_may_still_commit_in_front_of_it() {
    TransactionTemplate other = separate();
    other.executeWithoutResult(
        early -> {
          fixture.writer.appendEvents(List.of(message(newId(), 0, added())));
          inAnotherThread(() -> fixture.append(message(newId(), 0, added())));
          assertThat(fixture.log.readAfter(null, 10)).isEmpty();
          assertThat(fixture.log.hidesEvents()).isTrue();
        });

    List<StoredEvent> seen = fixture.log.readAfter(null, 10);
    assertThat(seen).hasSize(2);
    assertThat(seen).isSortedAccordingTo((a, b) -> a.place().compareTo(b.place()));
    assertThat(fixture.log.hidesEvents()).isFalse();
  }

  @Test
  void a_transaction_that_took_its_id_too_early_is_refused() {
    String id = newId();
    fixture.append(message(id, 0, added()));
    TransactionTemplate early = separate();

    assertThatThrownBy(
            () ->
                early.executeWithoutResult(
                    status -> {
                      new JdbcTemplate(fixture.command)
                          .queryForObject("select pg_current_xact_id()::text", String.class);
                      inAnotherThread(() -> fixture.append(message(id, 1, added())));
                      fixture.writer.appendEvents(List.of(message(id, 2, added())));
                    }))
        .isInstanceOf(OutOfOrderAppendException.class);
    assertThat(fixture.log.readAggregate(id, 0, 10)).hasSize(2);
  }

  @Test
  void reading_goes_on_where_it_stopped() {
    fixture.append(message(newId(), 0, added()), message(newId(), 0, added()));
    TrackedEventMessage<?> first = fixture.reader.readEvents(null, false).findFirst().orElseThrow();

    assertThat(fixture.reader.readEvents(first.trackingToken(), false)).hasSize(1);
    assertThat(fixture.reader.createHeadToken().covers(first.trackingToken())).isTrue();
    assertThat(first.trackingToken().covers(fixture.reader.createHeadToken())).isFalse();
  }

  @Test
  void a_new_epoch_comes_after_all_older_ones() {
    fixture.append(message(newId(), 0, added()));
    JdbcClient.create(fixture.database.as(DatabaseRoles.MIGRATOR))
        .sql("select log.begin_epoch()")
        .query(Integer.class)
        .single();
    fixture.append(message(newId(), 0, added()));

    assertThat(fixture.log.readAfter(null, 10))
        .extracting(StoredEvent::place)
        .extracting(LogPlace::epoch)
        .containsExactly(0, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {DatabaseRoles.COMMAND, DatabaseRoles.QUERY})
  void no_side_may_change_or_remove_an_event(String role) {
    fixture.append(message(newId(), 0, added()));

    for (String statement :
        List.of(
            "update log.event set type = 'x'",
            "delete from log.event",
            "truncate log.event",
            "drop table log.event",
            "alter table log.event disable trigger all")) {
      assertThat(stateOf(role, statement)).as(statement).isEqualTo("42501");
    }
  }

  @Test
  void even_the_owner_of_the_table_is_stopped_by_the_trigger() {
    fixture.append(message(newId(), 0, added()));

    for (String statement :
        List.of("update log.event set type = 'x'", "delete from log.event", "truncate log.event")) {
      assertThat(stateOf(DatabaseRoles.MIGRATOR, statement)).as(statement).isEqualTo("42501");
    }
    assertThat(fixture.log.readAfter(null, 10)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into log.event (log_epoch, event_id, aggregate_type, aggregate_id, sequence_number,"
            + " type, revision, timestamp, payload, metadata) values"
            + " (0,'a','b','c',0,'d','1','2026-01-01T00:00:00.000000Z','','')",
        "insert into log.data_key (subject, wrapped_key, wrapped_by) values ('user:x', '', 'y')",
        "update log.log_state set epoch = 7"
      })
  void the_query_side_writes_nothing_into_the_log(String statement) {
    assertThat(stateOf(DatabaseRoles.QUERY, statement)).isEqualTo("42501");
  }

  @Test
  void the_start_guard_is_content_with_a_log_of_its_own_cluster() {
    fixture.append(message(newId(), 0, added()));
    new StartGuard(new JdbcTemplate(fixture.command)).check();
  }

  @Test
  void the_start_guard_refuses_a_log_from_the_future() {
    JdbcClient.create(fixture.database.superuser())
        .sql(
            """
            insert into log.event (log_epoch, transaction_id, event_id, aggregate_type, aggregate_id, sequence_number,
              type, revision, timestamp, payload, metadata)
            values (0, '9000000000', 'e', 'user', 'a', 0, 'user.registered', '1', '2026-01-01T00:00:00.000000Z', '', '')
            """)
        .update();

    assertThatThrownBy(() -> new StartGuard(new JdbcTemplate(fixture.command)).check())
        .isInstanceOf(StartGuard.UntrustworthyLogException.class)
        .hasMessageContaining("epoch");
  }

  private TransactionTemplate separate() {
    TransactionTemplate template =
        new TransactionTemplate(new JdbcTransactionManager(fixture.command));
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return template;
  }

  private String stateOf(String role, String statement) {
    try (Connection connection = fixture.database.as(role).getConnection();
        var sql = connection.createStatement()) {
      sql.execute(statement);
      return "done";
    } catch (SQLException e) {
      return e.getSQLState();
    } catch (DataAccessException e) {
      throw new AssertionError(e);
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

  private static String text(StoredEvent stored) {
    return new String(stored.payload(), StandardCharsets.UTF_8)
        + new String(stored.metadata(), StandardCharsets.UTF_8);
  }
}
