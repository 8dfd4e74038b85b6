package io.moltrail.query.testing;

import com.nimbusds.jose.jwk.ECKey;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.EventSealer;
import io.moltrail.eventstore.envelope.LocalKeyWrapper;
import io.moltrail.eventstore.log.AppendParticipant;
import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.LogAnnouncer;
import io.moltrail.eventstore.log.PostgresEventStorageEngine;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.eventstore.upcasting.KnownEvents;
import io.moltrail.messages.Event;
import io.moltrail.messages.Id;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.molecule.MoleculeEvent;
import io.moltrail.messages.project.ProjectEvent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log in a database of its own, written as the command side writes it, by its role. */
public final class WrittenLog {

  /** PII_KEK of all tests. */
  public static final String WRAPPING_KEY =
      "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";

  /** What the command side's migration makes and grants, as far as the query side looks at it. */
  private static final String COMMAND_SIDE =
      """
      create schema command;
      create table command.signing_key (kid text primary key, public_jwk text not null);
      create table command.session (session_id uuid primary key);
      create view command.public_signing_key as select kid, public_jwk from command.signing_key;
      create view command.revoked_session as select session_id from command.session;
      grant usage on schema command to moltrail_query;
      grant select on command.public_signing_key, command.revoked_session to moltrail_query;
      """;

  private final TestDatabase database =
      TestServices.get().freshDatabase("written-log", WrittenLog::migrate);
  private final JdbcTemplate migrator = new JdbcTemplate(database.as(DatabaseRoles.MIGRATOR));
  private final EventLog log;
  private final PostgresEventStorageEngine engine;
  private final TransactionTemplate transaction;
  private final LogAnnouncer announcer;

  public WrittenLog() {
    JdbcTemplate command = new JdbcTemplate(database.as(DatabaseRoles.COMMAND));
    log = new EventLog(command);
    engine = engine(command);
    transaction =
        new TransactionTemplate(new JdbcTransactionManager(database.as(DatabaseRoles.COMMAND)));
    announcer = new LogAnnouncer(command);
  }

  private static void migrate(TestDatabase fresh) {
    Migrations.log(fresh.as(DatabaseRoles.MIGRATOR));
    new JdbcTemplate(fresh.as(DatabaseRoles.MIGRATOR)).execute(COMMAND_SIDE);
  }

  public static PostgresEventStorageEngine engine(JdbcTemplate jdbc) {
    return engine(jdbc, KnownEvents.ofThisVersion());
  }

  /** As another version would read. */
  public static PostgresEventStorageEngine engine(JdbcTemplate jdbc, KnownEvents known) {
    DataKeys keys =
        new DataKeys(
            JdbcClient.create(jdbc), new LocalKeyWrapper(HexFormat.of().parseHex(WRAPPING_KEY)));
    return new PostgresEventStorageEngine(
        new EventLog(jdbc), new EventSealer(new Envelopes(keys)), AppendParticipant.NONE, known);
  }

  public TestDatabase database() {
    return database;
  }

  public JdbcTemplate migrator() {
    return migrator;
  }

  public EventLog log() {
    return log;
  }

  public void trust(ECKey key) {
    migrator.update(
        "insert into command.signing_key values (?, ?)",
        key.getKeyID(),
        key.toPublicJWK().toJSONString());
  }

  /** Appends in one transaction, announces it, and answers the place of the last event. */
  public LogPlace append(String actor, Event... events) {
    return append(Map.of(MetadataKeys.ACTOR, actor, MetadataKeys.REQUEST_ID, "request-1"), events);
  }

  public LogPlace append(Map<String, String> metadata, Event... events) {
    transaction.executeWithoutResult(
        status -> {
          List<DomainEventMessage<?>> messages = new ArrayList<>();
          for (Event event : events) {
            messages.add(message(metadata, event, sequence(event, messages)));
          }
          engine.appendEvents(messages);
        });
    announcer.committed();
    String aggregate = aggregate(events[events.length - 1]).toString();
    return log.readAggregate(aggregate, 0, 10_000).getLast().place();
  }

  /** What a version writes that is newer than all we have; nobody can read its payload. */
  public LogPlace appendUnknown(
      String aggregateType, UUID aggregate, long sequence, String type, String revision) {
    migrator.update(
        """
        insert into log.event (log_epoch, event_id, aggregate_type, aggregate_id, sequence_number, type, revision,
          timestamp, payload, metadata)
        values (0, ?, ?, ?, ?, ?, ?, '2026-01-01T00:00:00.000000Z', 'not even JSON', '{"actor":"anonymous"}')
        """,
        "unknown-" + UUID.randomUUID(),
        aggregateType,
        aggregate.toString(),
        sequence,
        type,
        revision);
    announcer.committed();
    return log.readAggregate(aggregate.toString(), sequence, 1).getFirst().place();
  }

  private long sequence(Event event, List<DomainEventMessage<?>> before) {
    String aggregate = aggregate(event).toString();
    long stored = engine.lastSequenceNumberFor(aggregate).orElse(-1L);
    return stored
        + 1
        + before.stream().filter(it -> it.getAggregateIdentifier().equals(aggregate)).count();
  }

  private static DomainEventMessage<?> message(
      Map<String, String> metadata, Event event, long sequence) {
    String type =
        switch (event) {
          case MoleculeEvent it -> "molecule";
          case ProjectEvent it -> "project";
          default -> "user";
        };
    return new GenericDomainEventMessage<>(
        type, aggregate(event).toString(), sequence, event, MetaData.from(metadata));
  }

  private static Id aggregate(Event event) {
    return event instanceof MoleculeEvent it ? it.moleculeId() : event.subject();
  }
}
