package io.moltrail.eventstore.log;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.EventSealer;
import io.moltrail.eventstore.envelope.LocalKeyWrapper;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.Event;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.project.ProjectId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh log with a writer, a reader, and events to write. */
final class LogFixture {

  static final String SOMEBODY = "01900000-0000-7000-8000-000000000001";
  static final byte[] KEK = "a wrapping key for tests, 32 bytes".getBytes(StandardCharsets.UTF_8);

  final TestDatabase database = migrated();
  final DataSource command = database.as(DatabaseRoles.COMMAND);
  final DataSource query = database.as(DatabaseRoles.QUERY);
  final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(command));
  final EventLog log;
  final PostgresEventStorageEngine writer;
  final PostgresEventStorageEngine reader;

  LogFixture() {
    log = new EventLog(new JdbcTemplate(query));
    writer = engine(command);
    reader = engine(query);
  }

  private static TestDatabase migrated() {
    return TestServices.get()
        .freshDatabase("log", it -> Migrations.log(it.as(DatabaseRoles.MIGRATOR)));
  }

  static PostgresEventStorageEngine engine(DataSource source) {
    DataKeys keys = new DataKeys(JdbcClient.create(source), new LocalKeyWrapper(KEK));
    return new PostgresEventStorageEngine(
        new EventLog(new JdbcTemplate(source)),
        new EventSealer(new Envelopes(keys)),
        AppendParticipant.NONE);
  }

  void append(DomainEventMessage<?>... events) {
    transaction.executeWithoutResult(status -> writer.appendEvents(List.of(events)));
  }

  static DomainEventMessage<Event> message(String aggregate, long sequence, Event event) {
    return message(aggregate, sequence, event, Map.of(MetadataKeys.ACTOR, SOMEBODY));
  }

  static DomainEventMessage<Event> message(
      String aggregate, long sequence, Event event, Map<String, ?> metadata) {
    return new GenericDomainEventMessage<>("molecule", aggregate, sequence, event, metadata);
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  static MoleculeAdded added() {
    return new MoleculeAdded(
        new MoleculeId(UUID.randomUUID()),
        new ProjectId(UUID.randomUUID()),
        new MoleculeNumber("KIN-000001"),
        Erasable.of(structure()),
        Erasable.of(Optional.of(new MoleculeName("Canaryname"))),
        Erasable.of(
            Map.of(
                "batch", new Annotation.Text("Canarytext"),
                "purity", new Annotation.Quantity(new BigDecimal("99.50")),
                "chiral", new Annotation.Flag(true))));
  }

  static StructureFacts structure() {
    return new StructureFacts(
        "OCC",
        "CCO",
        "InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3",
        "LFQSCWFLJHTTHZ-UHFFFAOYSA-N",
        Optional.of("LFQSCWFLJHTTHZ-UHFFFAOYSA-N"),
        "C2H6O",
        46.0684,
        46.041865,
        new StructureFacts.Descriptors(-0.1, 20.23, 1, 1, 0, 3, 0, 1.0, 0),
        List.of(new StructureFacts.Component("CCO", 1)),
        "abc",
        "1",
        "CDK 2.11");
  }
}
