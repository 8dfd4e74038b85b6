package io.moltrail.query.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.json.EventTypes;
import io.moltrail.eventstore.json.EventTypes.EventType;
import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.LogListener;
import io.moltrail.eventstore.log.LogMessageSource;
import io.moltrail.eventstore.log.PostgresEventStorageEngine;
import io.moltrail.eventstore.upcasting.KnownEvents;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.testing.Given;
import io.moltrail.query.testing.ReadTables;
import io.moltrail.query.testing.SideProjections;
import io.moltrail.query.testing.WrittenLog;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A version that does not know {@code molecule.renamed} sets it aside; one that does puts it where
 * it belongs.
 */
class ParkedEventsTest {

  private static final KnownEvents OLDER =
      KnownEvents.of(
          EventTypes.all().stream()
              .filter(it -> it.type() != MoleculeRenamed.class)
              .map(ParkedEventsTest::asFirstRevision)
              .toList(),
          List.of());

  private final WrittenLog written = new WrittenLog();
  private final ReadSchema schema = ReadTables.in(written.database());
  private final JdbcTemplate query = new JdbcTemplate(written.database().as(DatabaseRoles.QUERY));
  private final Version older = new Version(OLDER);
  private final Version newer = new Version(KnownEvents.ofThisVersion());
  private final UserId ada = new UserId(Given.uuid());
  private final ProjectId project = new ProjectId(Given.uuid());
  private final MoleculeId first = new MoleculeId(Given.uuid());
  private final MoleculeId second = new MoleculeId(Given.uuid());

  @BeforeEach
  void begin() {
    written.append(
        ada.toString(),
        Given.registered(ada, "Ada"),
        Given.created(project, ada),
        Given.added(first, project, 1, "Spirit"));
  }

  @AfterEach
  void stop() {
    older.stop();
    newer.stop();
  }

  @Test
  void what_is_not_known_is_parked_with_all_that_follows_it_and_everything_else_goes_on() {
    older.projection.start(schema);
    renamed("Alcohol");
    written.appendUnknown("molecule", first.value(), 2, "molecule.teleported", "7");
    LogPlace last = written.append(ada.toString(), Given.added(second, project, 2, "Other"));

    await().until(() -> schema.reached().covers(last));

    assertThat(parked())
        .containsExactly("1 molecule.renamed 1 UNKNOWN", "2 molecule.teleported 7 UNKNOWN");
    assertThat(name(first)).isEqualTo("Spirit");
    assertThat(name(second)).isEqualTo("Other");
    await().until(() -> older.release.waiting() == 2);
  }

  @Test
  void a_known_event_behind_a_parked_one_waits_with_it() {
    newer.projection.start(schema);
    written.appendUnknown("molecule", first.value(), 1, "molecule.teleported", "1");
    LogPlace last = renamed("Ethanol");

    await().until(() -> schema.reached().covers(last));

    assertThat(parked())
        .containsExactly("1 molecule.teleported 1 UNKNOWN", "2 molecule.renamed 1 FOLLOWS");
    assertThat(name(first)).isEqualTo("Spirit");
    assertThat(version(first)).isEqualTo(1);
  }

  @Test
  void a_version_that_knows_them_applies_them_in_order_when_it_starts() {
    park("Alcohol", "Ethanol");

    newer.projection.start(schema);

    await().until(() -> parked().isEmpty());
    assertThat(name(first)).isEqualTo("Ethanol");
    assertThat(version(first)).isEqualTo(3);
    assertThat(count("select count(*) from history where aggregate_id = ?", first.toString()))
        .isEqualTo(3);
    assertThat(count("select molecule_count from projects where id = ?", project.value()))
        .isEqualTo(1);
    await().until(() -> newer.release.waiting() == 0);
  }

  @Test
  void what_is_still_not_known_stays_with_all_that_follows_it() {
    older.projection.start(schema);
    renamed("Alcohol");
    written.appendUnknown("molecule", first.value(), 2, "molecule.teleported", "1");
    LogPlace last = renamed("Ethanol");
    await().until(() -> schema.reached().covers(last));
    older.stop();

    newer.projection.start(schema);

    await().until(() -> parked().size() == 2);
    assertThat(parked())
        .containsExactly("2 molecule.teleported 1 UNKNOWN", "3 molecule.renamed 1 UNKNOWN");
    assertThat(name(first)).isEqualTo("Alcohol");
  }

  @Test
  void events_that_come_after_the_release_are_applied_as_ever() {
    park("Alcohol");
    newer.projection.start(schema);
    await().until(() -> parked().isEmpty());

    LogPlace last = renamed("Ethanol");

    await().until(() -> schema.reached().covers(last));
    assertThat(name(first)).isEqualTo("Ethanol");
  }

  @Test
  void a_molecule_whose_first_event_is_not_known_appears_when_it_is() {
    older.projection.start(schema);
    written.appendUnknown("molecule", second.value(), 0, "molecule.added", "2");
    LogPlace last = written.append(ada.toString(), Given.created(new ProjectId(Given.uuid()), ada));

    await().until(() -> schema.reached().covers(last));

    assertThat(parked()).containsExactly("0 molecule.added 2 UNKNOWN");
    assertThat(count("select count(*) from molecules where id = ?", second.value())).isZero();
  }

  @Test
  void nobody_parks_behind_an_event_that_is_being_released() throws Exception {
    park("Alcohol");
    CompletableFuture<List<Fact>> admitted = new CompletableFuture<>();
    TransactionTemplate transaction = new TransactionTemplate(schema.transactions());

    transaction.executeWithoutResult(
        releasing -> {
          ParkedEvents table = new ParkedEvents(schema);
          table.lock();
          Thread.ofVirtual()
              .start(
                  () ->
                      transaction.executeWithoutResult(
                          parking ->
                              admitted.complete(
                                  new Parking().admit(List.of(renaming(2)), schema))));
          await().until(this::somebodyWaitsForTheTable);
          table.remove(first.value(), 1);
        });

    assertThat(admitted.get()).hasSize(1);
  }

  @Test
  void what_comes_first_after_a_release_is_not_known() {
    ParkedEvents table = new ParkedEvents(schema);
    table.add(
        List.of(
            row(1, "molecule.teleported", ParkedEvents.Cause.UNKNOWN),
            row(2, "molecule.renamed", ParkedEvents.Cause.FOLLOWS)));

    table.remove(first.value(), 1);

    assertThat(parked()).containsExactly("2 molecule.renamed 1 UNKNOWN");
  }

  private ParkedEvents.Row row(long sequence, String type, ParkedEvents.Cause cause) {
    return new ParkedEvents.Row(
        0, sequence, sequence, "event-" + sequence, first.value(), sequence, type, "1", cause);
  }

  private Arrival renaming(long sequence) {
    LogPlace place = renamed("Ethanol");
    PostgresEventStorageEngine engine = WrittenLog.engine(query);
    return engine
        .messages(new EventLog(query).readAggregate(first.toString(), sequence, 1))
        .stream()
        .map(Arrival::of)
        .filter(it -> it.place().equals(place))
        .findFirst()
        .orElseThrow();
  }

  private boolean somebodyWaitsForTheTable() {
    return Boolean.TRUE.equals(
        written
            .migrator()
            .queryForObject(
                "select exists (select 1 from pg_locks where not granted and relation ="
                    + " 'read_a.parked_event'::regclass)",
                Boolean.class));
  }

  private void park(String... names) {
    older.projection.start(schema);
    LogPlace last = null;
    for (String name : names) {
      last = renamed(name);
    }
    LogPlace awaited = last;
    await().until(() -> schema.reached().covers(awaited));
    assertThat(parked()).hasSize(names.length);
    older.stop();
  }

  private LogPlace renamed(String name) {
    return written.append(ada.toString(), Given.renamed(first, project, name));
  }

  private List<String> parked() {
    return schema
        .jdbc()
        .sql(
            "select sequence_number || ' ' || type || ' ' || revision || ' ' || cause from"
                + " parked_event order by aggregate_id, sequence_number")
        .query(String.class)
        .list();
  }

  private String name(MoleculeId molecule) {
    return schema
        .jdbc()
        .sql("select name from molecules where id = ?")
        .param(molecule.value())
        .query(String.class)
        .single();
  }

  private long version(MoleculeId molecule) {
    return count("select version from molecules where id = ?", molecule.value());
  }

  private long count(String sql, Object parameter) {
    return schema.jdbc().sql(sql).param(parameter).query(Long.class).single();
  }

  /** It has no upcasters, so it can know first revisions only. */
  private static EventType asFirstRevision(EventType type) {
    return new EventType(type.name(), "1", type.type());
  }

  /** The query side as one version of the code runs it. */
  private final class Version {

    private final LogMessageSource source;
    private final LogListener listener;
    private final ParkedRelease release;
    private final LiveProjection projection;

    Version(KnownEvents known) {
      PostgresEventStorageEngine engine = WrittenLog.engine(query, known);
      EventLog log = new EventLog(query);
      Progress progress = new Progress(System::nanoTime);
      source = new LogMessageSource(engine);
      listener = new LogListener(query.getDataSource(), log, source::wake);
      release = new ParkedRelease(log, engine, SideProjections.declared());
      projection =
          new LiveProjection(
              new ProcessorBuilder(source, SideProjections.declared(), new Parking(), progress),
              release,
              progress,
              System::nanoTime);
    }

    void stop() {
      projection.stop();
      listener.close();
    }
  }
}
