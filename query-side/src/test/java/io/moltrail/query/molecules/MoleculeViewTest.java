package io.moltrail.query.molecules;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.AnnotationsRemoved;
import io.moltrail.messages.molecule.MoleculeAnnotated;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeEvent;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeRestored;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.platform.projection.Recorded;
import io.moltrail.query.testing.Given;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MoleculeViewTest {

  private static final MoleculeId ID = new MoleculeId(Given.uuid());
  private static final ProjectId PROJECT = new ProjectId(Given.uuid());
  private static final Recorded FIRST = new Recorded(1, Instant.EPOCH, "ada");
  private static final Recorded SECOND = new Recorded(2, Instant.EPOCH.plusSeconds(1), "grace");

  @Test
  void renaming_says_who_and_when_and_leaves_the_structure_alone() {
    MoleculeView added = MoleculeView.evolve(null, Given.added(ID, PROJECT, 42, "Spirit"), FIRST);
    MoleculeView renamed =
        MoleculeView.evolve(added, Given.renamed(ID, PROJECT, "Ethanol"), SECOND);

    assertThat(renamed)
        .extracting(
            MoleculeView::name,
            MoleculeView::createdBy,
            MoleculeView::updatedBy,
            MoleculeView::version)
        .containsExactly("Ethanol", "ada", "grace", 2L);
    assertThat(renamed.structure()).isEqualTo(Given.ethanol());
    assertThat(renamed.updatedAt()).isEqualTo(SECOND.at());
  }

  @Test
  void a_revision_says_who_and_when_and_changes_nothing_but_the_structure() {
    MoleculeView added = MoleculeView.evolve(null, Given.added(ID, PROJECT, 42, "Spirit"), FIRST);
    MoleculeView revised = MoleculeView.evolve(added, Given.revised(ID, PROJECT), SECOND);

    assertThat(revised)
        .extracting(
            MoleculeView::structure,
            MoleculeView::number,
            MoleculeView::name,
            MoleculeView::annotations,
            MoleculeView::createdBy,
            MoleculeView::updatedBy,
            MoleculeView::version)
        .containsExactly(
            Given.ethylamine(), added.number(), "Spirit", added.annotations(), "ada", "grace", 2L);
  }

  @Test
  void a_move_changes_project_and_number_and_says_all_else_again() {
    ProjectId elsewhere = new ProjectId(Given.uuid());
    MoleculeView erased = MoleculeView.evolve(null, Given.erased(ID, PROJECT, 42), FIRST);
    MoleculeView moved =
        MoleculeView.evolve(erased, Given.moved(ID, PROJECT, elsewhere, "Spirit"), SECOND);

    assertThat(moved)
        .extracting(
            MoleculeView::project,
            it -> it.number().value(),
            MoleculeView::name,
            MoleculeView::structure,
            it -> it.annotations().size(),
            MoleculeView::createdBy,
            MoleculeView::updatedBy,
            MoleculeView::version)
        .containsExactly(
            elsewhere, "SALT-000007", "Spirit", Given.ethanol(), 3, "ada", "grace", 2L);
  }

  @Test
  void archiving_and_restoring_say_who_and_when_and_leave_all_else_alone() {
    MoleculeView added = MoleculeView.evolve(null, Given.added(ID, PROJECT, 42, "Spirit"), FIRST);
    MoleculeView archived = MoleculeView.evolve(added, new MoleculeArchived(ID, PROJECT), SECOND);
    MoleculeView restored =
        MoleculeView.evolve(
            archived,
            new MoleculeRestored(ID, PROJECT),
            new Recorded(3, SECOND.at().plusSeconds(1), "ada"));

    assertThat(archived)
        .extracting(
            MoleculeView::archived,
            MoleculeView::name,
            MoleculeView::structure,
            MoleculeView::annotations,
            MoleculeView::updatedAt,
            MoleculeView::updatedBy,
            MoleculeView::version)
        .containsExactly(
            true, "Spirit", added.structure(), added.annotations(), SECOND.at(), "grace", 2L);
    assertThat(restored)
        .extracting(MoleculeView::archived, MoleculeView::updatedBy, MoleculeView::version)
        .containsExactly(false, "ada", 3L);
  }

  @Test
  void annotations_change_one_by_one_and_what_was_erased_changes_nothing() {
    MoleculeView added = MoleculeView.evolve(null, Given.added(ID, PROJECT, 42, "Spirit"), FIRST);
    Annotation white = new Annotation.Text("white");
    MoleculeView annotated =
        MoleculeView.evolve(added, Given.annotated(ID, PROJECT, "colour", white), SECOND);
    MoleculeView without =
        MoleculeView.evolve(
            annotated,
            new AnnotationsRemoved(ID, PROJECT, Erasable.of(Set.of("batch", "purity"))),
            SECOND);

    assertThat(annotated.annotations()).hasSize(4).containsEntry("colour", white);
    assertThat(annotated)
        .extracting(MoleculeView::name, MoleculeView::updatedBy, MoleculeView::version)
        .containsExactly("Spirit", "grace", 2L);
    assertThat(without.annotations()).containsOnlyKeys("colour", "dry");
    for (MoleculeEvent erased :
        List.of(
            new MoleculeAnnotated(ID, PROJECT, Erasable.erased()),
            new AnnotationsRemoved(ID, PROJECT, Erasable.erased()))) {
      assertThat(MoleculeView.evolve(without, erased, SECOND).annotations())
          .isEqualTo(without.annotations());
    }
  }

  @Test
  void an_erased_molecule_keeps_its_number_and_reads_as_null() {
    MoleculeView erased = MoleculeView.evolve(null, Given.erased(ID, PROJECT, 42), FIRST);

    assertThat(MoleculeResources.of(erased))
        .extracting("number", "name", "smiles", "inchiKey", "averageMass", "descriptors")
        .containsExactly("KIN-000042", null, null, null, null, null);
    assertThat(erased.annotations()).isEmpty();
  }

  @Test
  void the_millionth_molecule_sorts_after_the_one_before() {
    MoleculeRow before = row(999_999);
    MoleculeRow after = row(1_000_000);

    assertThat(before.number()).isGreaterThan(after.number());
    assertThat(before.ordinal()).isLessThan(after.ordinal());
  }

  private static MoleculeRow row(long count) {
    return MoleculeRow.of(MoleculeView.evolve(null, Given.added(ID, PROJECT, count, "x"), FIRST));
  }
}
