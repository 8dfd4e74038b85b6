package io.moltrail.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.Event;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.projection.Fact;
import io.moltrail.query.platform.projection.Projection;
import io.moltrail.query.platform.projection.Recorded;
import io.moltrail.query.statistics.ProjectStats.Day;
import io.moltrail.query.statistics.ProjectStats.Molecules;
import io.moltrail.query.statistics.ProjectStats.Range;
import io.moltrail.query.testing.Given;
import io.moltrail.query.testing.ReadTables;
import io.moltrail.query.testing.SideProjections;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project in figures, on a day that does not change. */
class StatisticsTest {

  private static final ReadSchema SCHEMA = ReadTables.in(TestServices.get().freshDatabase());
  private static final AtomicLong PLACES = new AtomicLong();
  private static final LocalDate TODAY = LocalDate.parse("2026-03-30");
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private final UserId ada = new UserId(Given.uuid());
  private final UserId grace = new UserId(Given.uuid());
  private final ProjectId project = new ProjectId(Given.uuid());

  @BeforeEach
  void a_project_of_two() {
    happened(Given.created(project, ada), project.value(), 1, LONG_AGO, ada);
    happened(new MemberAdded(project, grace, MemberRole.EDITOR), project.value(), 2, LONG_AGO, ada);
  }

  @Test
  void an_empty_project_has_members_and_thirty_empty_days_and_no_bounds() {
    ProjectStats stats = stats();

    assertThat(stats.molecules()).isEqualTo(new Molecules(0, 0));
    assertThat(stats.contributors()).isZero();
    assertThat(stats.membersByRole())
        .isEqualTo(Map.of(MemberRole.OWNER, 1L, MemberRole.EDITOR, 1L, MemberRole.VIEWER, 0L));
    assertThat(stats.moleculesAddedPerDay()).hasSize(30).allMatch(it -> it.added() == 0);
    assertThat(stats.properties().averageMass()).isNull();
    assertThat(stats.properties().logP()).isNull();
  }

  @Test
  void bounds_are_those_of_the_molecules_that_are_not_archived() {
    added(100.0, -1.5, LONG_AGO, ada);
    added(200.0, 0.0, LONG_AGO, grace);
    added(400.0, 2.5, LONG_AGO, grace);
    MoleculeId heavy = added(900.0, 9.0, LONG_AGO, ada);
    happened(new MoleculeArchived(heavy, project), heavy.value(), 2, LONG_AGO, ada);

    ProjectStats stats = stats();

    assertThat(stats.molecules()).isEqualTo(new Molecules(4, 1));
    assertThat(stats.contributors()).isEqualTo(2);
    assertThat(stats.properties().averageMass()).isEqualTo(new Range(100.0, 233.3333, 400.0));
    assertThat(stats.properties().logP()).isEqualTo(new Range(-1.5, 0.3333, 2.5));
  }

  @Test
  void what_was_erased_counts_and_has_no_values() {
    MoleculeId erased = new MoleculeId(Given.uuid());
    happened(Given.erased(erased, project, 1), erased.value(), 1, LONG_AGO, ada);

    assertThat(stats().molecules()).isEqualTo(new Molecules(1, 0));
    assertThat(stats().properties().averageMass()).isNull();
  }

  @Test
  void days_begin_at_midnight_in_utc_and_go_back_to_the_thirtieth() {
    added(Instant.parse("2026-02-28T23:59:59.999999Z"));
    added(Instant.parse("2026-03-01T00:00:00Z"));
    added(Instant.parse("2026-03-29T23:59:59.999999Z"));
    added(Instant.parse("2026-03-30T00:00:00Z"));
    added(Instant.parse("2026-03-30T23:59:59.999999Z"));

    List<Day> days = stats().moleculesAddedPerDay();

    assertThat(days).isSortedAccordingTo((one, other) -> one.date().compareTo(other.date()));
    assertThat(days.getFirst()).isEqualTo(new Day(LocalDate.parse("2026-03-01"), 1));
    assertThat(days.getLast()).isEqualTo(new Day(TODAY, 2));
    assertThat(days.get(28)).isEqualTo(new Day(LocalDate.parse("2026-03-29"), 1));
    assertThat(days.stream().mapToLong(Day::added).sum()).isEqualTo(4);
  }

  @Test
  void molecules_of_another_project_count_there_alone() {
    ProjectId other = new ProjectId(Given.uuid());
    happened(Given.created(other, grace), other.value(), 1, LONG_AGO, grace);
    MoleculeId elsewhere = new MoleculeId(Given.uuid());
    happened(Given.added(elsewhere, other, 1, "Other"), elsewhere.value(), 1, LONG_AGO, grace);

    assertThat(stats().molecules()).isEqualTo(new Molecules(0, 0));
    assertThat(stats().contributors()).isZero();
  }

  private ProjectStats stats() {
    return new Statistics().of(SCHEMA, project, TODAY);
  }

  private void added(Instant at) {
    added(46.0684, -0.14, at, ada);
  }

  private MoleculeId added(double mass, double logP, Instant at, UserId by) {
    MoleculeId molecule = new MoleculeId(Given.uuid());
    happened(
        new MoleculeAdded(
            molecule,
            project,
            MoleculeNumber.of(Given.CODE, PLACES.get() + 1),
            Erasable.of(structure(mass, logP)),
            Erasable.of(Optional.empty()),
            Erasable.of(Map.of())),
        molecule.value(),
        1,
        at,
        by);
    return molecule;
  }

  private static StructureFacts structure(double mass, double logP) {
    StructureFacts ethanol = Given.ethanol();
    return new StructureFacts(
        ethanol.submitted(),
        ethanol.smiles(),
        ethanol.inchi(),
        ethanol.inchiKey(),
        ethanol.parentInchiKey(),
        ethanol.formula(),
        mass,
        ethanol.monoisotopicMass(),
        new StructureFacts.Descriptors(logP, 20.23, 1, 1, 0, 3, 0, 1.0, 0),
        ethanol.components(),
        ethanol.identity(),
        ethanol.ruleVersion(),
        ethanol.toolkit());
  }

  private static void happened(Event event, UUID aggregate, long version, Instant at, UserId by) {
    long place = PLACES.incrementAndGet();
    Fact fact =
        new Fact(
            event,
            aggregate,
            "event-" + place,
            new LogPlace(0, place, place),
            new Recorded(version, at, by.toString()));
    for (Projection projection : SideProjections.all()) {
      projection.apply(List.of(fact), SCHEMA);
    }
  }
}
