package io.moltrail.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.log.StoredEvent;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.testing.Given;
import io.moltrail.query.testing.WrittenLog;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A page costs what it tells and what led there: of what came later nothing is even opened. */
class HistoriesTest {

  private static final WrittenLog WRITTEN = new WrittenLog();
  private static final ProjectId PROJECT = new ProjectId(Given.uuid());
  private static final MoleculeId FIRST = new MoleculeId(Given.uuid());
  private static final MoleculeId SECOND = new MoleculeId(Given.uuid());

  private final Histories histories =
      new Histories(
          WRITTEN.log(),
          WrittenLog.engine(new JdbcTemplate(WRITTEN.database().as(DatabaseRoles.QUERY))));

  /** The fourth event of each is known by name, but nobody can open it. */
  @BeforeAll
  static void write() {
    for (MoleculeId molecule : List.of(FIRST, SECOND)) {
      WRITTEN.append(
          "installation",
          Given.added(molecule, PROJECT, 1, "Spirit"),
          Given.renamed(molecule, PROJECT, "Alcohol"),
          Given.renamed(molecule, PROJECT, "Ethanol"));
      WRITTEN.appendUnknown("molecule", molecule.value(), 3, "molecule.renamed", "1");
    }
  }

  @Test
  void a_page_about_a_molecule_reads_up_to_its_last_event() {
    List<Change> changes = histories.ofMolecule(FIRST, 1, 4, 2);

    assertThat(changes).extracting(Change::version).containsExactly(2L, 3L);
    assertThat(changes.getLast().difference().before()).hasToString("{name=Alcohol}");
    assertThat(histories.ofMolecule(FIRST, 0, 1, 100)).hasSize(1);
  }

  @Test
  void a_page_about_a_project_reads_up_to_the_last_event_of_each_molecule_on_it() {
    StoredEvent last = stored(FIRST, 2);
    List<Pointer> page =
        List.of(pointer(stored(FIRST, 1)), pointer(last), pointer(stored(SECOND, 0)));

    assertThat(histories.changes(page).get(last.eventId()).difference().after())
        .hasToString("{name=Ethanol}");
    assertThat(histories.changes(page).keySet())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 4)
                .mapToObj(n -> n < 3 ? stored(FIRST, n) : stored(SECOND, 0))
                .map(StoredEvent::eventId)
                .toList());
  }

  private static StoredEvent stored(MoleculeId molecule, int sequence) {
    return WRITTEN.log().readAggregate(molecule.toString(), sequence, 1).getFirst();
  }

  private static Pointer pointer(StoredEvent event) {
    return new Pointer(Pointer.Key.FIRST, event.eventId(), event.aggregateId());
  }
}
