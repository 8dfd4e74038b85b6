package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.canary.FolderSearch;
import io.moltrail.acceptance.canary.LineSearch;
import io.moltrail.acceptance.canary.Marks;
import io.moltrail.acceptance.canary.Plants;
import io.moltrail.acceptance.canary.Sighting;
import io.moltrail.acceptance.canary.TableSearch;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.json.EventTypes;
import io.moltrail.eventstore.json.EventTypes.EventType;
import io.moltrail.eventstore.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A mark in every erasable field, and then a search for them wherever they must not stand in clear.
 * Log and read database are two clusters, as confidential data may stand in clear in the latter.
 */
class CanaryTest {

  /** Where HTTP knows no reason. */
  private static final Set<String> WITHOUT_REASON =
      Set.of("user.registered", "user.email-verified", "user.email-changed");

  /** What only time brings about: HTTP cannot, and there is nothing in it to be marked. */
  private static final Set<String> BY_TIME_ALONE = Set.of("project.invitation-expired");

  /** What many structures have in common: versions, counts, and numbers of two or three digits. */
  private static final List<String> TELLS_NOTHING =
      List.of(
          ".structure.ruleVersion",
          ".structure.toolkit",
          ".structure.components.count",
          ".structure.descriptors.");

  private static final List<String> STRUCTURES =
      List.of(
          "molecule.added.structure",
          "molecule.structure-revised.structure",
          "molecule.moved.structure");

  private static final Set<String> NOT_IN_TABLES = Set.of(Plants.IN_WAL, Plants.IN_SERVER_LOG);

  @TempDir static Path folder;

  @Test
  void once_the_keys_are_destroyed_no_mark_is_left_anywhere_in_the_log_cluster() throws Exception {
    try (TestCluster log = TestCluster.start();
        TestCluster read = TestCluster.start()) {
      CanaryLife life = live(log, read);
      JdbcClient superuser = JdbcClient.create(log.database().superuser());
      Marks planted = Plants.in(superuser);
      superuser.sql("analyze").update();
      superuser.sql("checkpoint").update();
      assertThat(superuser.sql("show wal_compression").query(String.class).single())
          .isEqualTo("off");
      long began = System.nanoTime();

      TableSearch tables = TableSearch.of(log, life.marks().and(planted));
      log.stop();
      FolderSearch files = FolderSearch.of(log.dataDirectory(), life.marks().and(planted));

      System.out.printf(
          "Canary: %d marks in %d files of %d bytes and in %d rows, %d values, of %d tables, %.1f"
              + " s%n",
          life.marks().count(),
          files.files(),
          files.bytes(),
          tables.rows(),
          tables.values(),
          tables.tables().size(),
          (System.nanoTime() - began) / 1e9);
      everythingPlantedIsFound(planted, tables, files);
      assertThat(life.marks().among(tables.sightings())).isEmpty();
      assertThat(life.marks().among(files.sightings())).isEmpty();
    }
  }

  /** Until the keys are destroyed and the processes have stopped. */
  private static CanaryLife live(TestCluster log, TestCluster read) throws Exception {
    TwoProcesses moltrail = TwoProcesses.in(folder, log.database(), read.database());
    CanaryLife life = new CanaryLife(moltrail);
    try (moltrail) {
      life.live();
      ErasableValues values = ErasableValues.in(log.database().superuser(), moltrail.wrappingKey());
      structuresAreMarks(values, life.marks());
      everyErasableFieldCarriesAMark(values, life.marks());
      destroyKeys(log);
      assertThat(ErasableValues.in(log.database().superuser(), moltrail.wrappingKey()).byField())
          .isEmpty();
    }
    noMarkIsToldOrLogged(life, moltrail);
    whatIsReadStandsInTheReadCluster(life.marks(), read);
    return life;
  }

  /** What is computed from a structure that nobody else draws marks it as the drawing does. */
  private static void structuresAreMarks(ErasableValues values, Marks marks) {
    STRUCTURES.stream()
        .flatMap(it -> values.fieldsOf(it).stream())
        .filter(field -> !tellsNothing(field))
        .forEach(
            field ->
                values.byField().get(field).stream()
                    .filter(text -> text.length() >= Marks.SHORTEST)
                    .forEach(text -> marks.add(field + " of " + text, text)));
  }

  private static void everyErasableFieldCarriesAMark(ErasableValues values, Marks marks) {
    for (EventType type : EventTypes.all()) {
      if (BY_TIME_ALONE.contains(type.name())) {
        assertThat(ErasableValues.components(type)).isEmpty();
        continue;
      }
      assertThat(values.types()).contains(type.name());
      for (String component : ErasableValues.components(type)) {
        assertThat(values.fieldsOf(type.name() + "." + component))
            .as(component)
            .isNotEmpty()
            .allMatch(it -> tellsNothing(it) || values.carriesAMark(it, marks));
      }
      if (!WITHOUT_REASON.contains(type.name())) {
        assertThat(values.fieldsOf(type.name() + ".reason"))
            .singleElement()
            .matches(it -> values.carriesAMark(it, marks));
      }
    }
  }

  private static boolean tellsNothing(String field) {
    return TELLS_NOTHING.stream().anyMatch(field::contains);
  }

  /** As erasure does it, entered as the command side is. */
  private static void destroyKeys(TestCluster log) {
    JdbcClient commandSide = JdbcClient.create(log.database().as(DatabaseRoles.COMMAND));
    List<String> subjects =
        commandSide
            .sql("select subject from log.data_key where subject not like 'text:%'")
            .query(String.class)
            .list();
    assertThat(subjects).hasSizeGreaterThan(4);
    subjects.forEach(
        it ->
            commandSide
                .sql("select log.destroy_data_key(?)")
                .param(it)
                .query(Integer.class)
                .single());
    assertThat(
            commandSide
                .sql("select count(*) from log.data_key where wrapped_key is not null")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static void noMarkIsToldOrLogged(CanaryLife life, TwoProcesses moltrail)
      throws IOException {
    LineSearch told = new LineSearch(life.marks());
    for (Answer error : life.errors()) {
      assertThat(error.status()).isBetween(400, 499);
      told.text(error.body(), "the answer " + error.status());
    }
    told.file(moltrail.commandSide().output());
    told.file(moltrail.querySide().output());
    assertThat(told.sightings()).isEmpty();
  }

  /** So the marks do reach a database, and the search sees through a real one. */
  private static void whatIsReadStandsInTheReadCluster(Marks marks, TestCluster read)
      throws Exception {
    Set<String> wanted =
        Set.of(
            "new e-mail",
            "new display name",
            "new project name",
            "invited e-mail",
            "new description",
            "revised spelling",
            "new name",
            "new annotation");
    assertThat(names(TableSearch.of(read, marks).sightings())).containsAll(wanted);
    read.stop();
    assertThat(names(FolderSearch.of(read.dataDirectory(), marks).sightings())).containsAll(wanted);
  }

  private static void everythingPlantedIsFound(
      Marks planted, TableSearch tables, FolderSearch files) {
    Set<Sighting> inFiles = planted.among(files.sightings());
    assertThat(names(planted.among(tables.sightings())))
        .containsAll(planted.names().stream().filter(it -> !NOT_IN_TABLES.contains(it)).toList())
        .doesNotContainAnyElementsOf(NOT_IN_TABLES);
    assertThat(tables.tables())
        .contains(
            "moltrail.log.event",
            "moltrail.log.data_key",
            "moltrail.command.outbox",
            "moltrail.command.claim",
            "moltrail.pg_catalog.pg_statistic",
            "postgres.pg_catalog.pg_class");
    assertThat(places(inFiles, Plants.IN_TOAST)).as("compressed").isEmpty();
    assertThat(places(inFiles, Plants.IN_WAL))
        .isNotEmpty()
        .allMatch(place -> place.startsWith("pg_wal"));
    assertThat(places(inFiles, Plants.IN_SERVER_LOG)).anyMatch(it -> it.startsWith("log/"));
    assertThat(places(inFiles, Plants.IN_STATISTICS)).anyMatch(it -> it.startsWith("base/"));
  }

  private static Set<String> names(Collection<Sighting> sightings) {
    return sightings.stream().map(Sighting::mark).collect(Collectors.toSet());
  }

  private static Set<String> places(Collection<Sighting> sightings, String mark) {
    return sightings.stream()
        .filter(it -> it.mark().equals(mark))
        .map(Sighting::place)
        .collect(Collectors.toSet());
  }
}
