package io.moltrail.command.platform;

import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.EventSealer;
import io.moltrail.eventstore.envelope.Keyring;
import io.moltrail.eventstore.log.AppendParticipant;
import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.PostgresEventStorageEngine;
import io.moltrail.eventstore.log.StoredEvent;
import io.moltrail.messages.Event;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The decision tables made anew from the log, in temporary tables of one session, which hide the
 * live ones of the same names from the code that writes them. A transaction of temporary tables,
 * too, holds readers of the log back as long as it lasts, so each batch is a short one.
 */
final class RebuiltTables implements AutoCloseable {

  /** Rows that come from the database at once. */
  static final int FETCH = 1_000;

  /** Few enough that a transaction ends within about a tenth of a second. */
  private static final int BATCH = 100;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final EventLog log;
  private final PostgresEventStorageEngine engine;
  private final DataKeys keys;
  private final DecisionTables tables;
  private final List<String> refused = new ArrayList<>();
  private @Nullable LogPlace reached;
  private long events;

  /**
   * @param session one connection that may make temporary tables and read log and command schema;
   *     its search path begins with {@code command}
   * @throws io.moltrail.eventstore.envelope.WrongWrappingKeyException when a wrapping key of the
   *     database is not known
   * @throws UnfitToStartException when the index key is another than the database's
   */
  RebuiltTables(SingleConnectionDataSource session, Keyring keyring, byte[] emailIndexKey) {
    jdbc = new JdbcTemplate(session);
    jdbc.setFetchSize(FETCH);
    transaction = new TransactionTemplate(new JdbcTransactionManager(session));
    JdbcClient client = JdbcClient.create(jdbc);
    log = new EventLog(jdbc);
    keys = new DataKeys(client, keyring);
    engine =
        new PostgresEventStorageEngine(
            log, new EventSealer(new Envelopes(keys)), AppendParticipant.NONE);
    Names names = new Names(client, emailIndexKey);
    keys.requireOwnWrapping();
    names.requireIndexOfTheDatabase();
    Rights rights = new Rights(client);
    tables =
        new DecisionTables(names, new Structures(jdbc, keys), rights, new Guards(client, rights));
    jdbc.execute(
        """
        create temp table claim (like command.claim including defaults including constraints including indexes);
        create temp table user_rights (like command.user_rights including all);
        create temp table membership (like command.membership including all);
        create temp table project_guard (like command.project_guard including all);
        create temp table project_counter (like command.project_counter including all);
        """);
  }

  /** Applies all that can be read now. */
  void followToHorizon() {
    List<StoredEvent> batch = log.readAfter(reached, BATCH);
    while (!batch.isEmpty()) {
      apply(batch);
      batch = log.readAfter(reached, BATCH);
    }
  }

  /** The last event that was applied; null before the first. */
  @Nullable LogPlace reached() {
    return reached;
  }

  /** Applies the events that come next in the log. */
  void apply(List<StoredEvent> next) {
    for (int from = 0; from < next.size(); from += BATCH) {
      List<StoredEvent> batch = next.subList(from, Math.min(from + BATCH, next.size()));
      List<DomainEventMessage<?>> messages = engine.messages(batch);
      write(messages);
      reached = batch.getLast().place();
      events += batch.size();
    }
  }

  /** All at once, as nothing should be refused; one by one where something is. */
  private void write(List<DomainEventMessage<?>> messages) {
    try {
      transaction.executeWithoutResult(
          status -> {
            tables.claim(messages);
            tables.record(messages);
            UsedNumbers.in(messages).write(jdbc);
          });
    } catch (Refusal | Structures.DuplicateStructures e) {
      messages.forEach(this::writeOne);
    }
  }

  private void writeOne(DomainEventMessage<?> message) {
    transaction.executeWithoutResult(
        status -> {
          try {
            tables.claim(List.of(message));
          } catch (Refusal | Structures.DuplicateStructures e) {
            refuse(message);
          }
          tables.record(List.of(message));
          UsedNumbers.in(List.of(message)).write(jdbc);
        });
  }

  /** What was erased claims nothing, and so may be confirmed by nobody; all else is a finding. */
  private void refuse(DomainEventMessage<?> message) {
    if (keys.find(((Event) message.getPayload()).subject().subject()).isPresent()) {
      refused.add(message.getIdentifier());
    }
  }

  /** Counts molecules from the claims, as no event tells what was only reserved. */
  void count() {
    jdbc.update(
        """
        update pg_temp.project_counter c set reserved = m.molecules
        from (select scope, count(*) as molecules
          from pg_temp.claim where kind = 'structure' group by scope) m
        where c.project_id = m.scope::uuid
        """);
  }

  /** Ids of events that today's rules would have refused. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  long events() {
    return events;
  }

  /** Applies all that is committed, also what readers may not see yet. */
  void followToEnd() {
    followToHorizon();
    apply(log.readVisibleAfter(reached));
  }

  /** Whether the log has moved on since. */
  boolean isBehind() {
    return log.holdsVisibleAfter(reached);
  }

  /** One transaction around the work; only inside of one do rows come as a stream. */
  <T> T together(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }

  Stream<String> rows(DecisionTable table) {
    return jdbc.queryForStream(table.rebuilt(), (row, n) -> row.getString(1));
  }

  JdbcTemplate jdbc() {
    return jdbc;
  }

  @Override
  public void close() {
    jdbc.execute("discard temp");
  }
}
