package io.moltrail.command.molecule;

import static io.moltrail.command.molecule.GivenMolecule.ADDED;
import static io.moltrail.command.molecule.GivenMolecule.MOLECULE;
import static io.moltrail.command.molecule.GivenMolecule.PROJECT;
import static io.moltrail.command.molecule.GivenMolecule.USER;
import static io.moltrail.command.molecule.GivenMolecule.archived;
import static io.moltrail.command.molecule.GivenMolecule.as;
import static io.moltrail.command.molecule.GivenMolecule.conflict;
import static io.moltrail.command.molecule.GivenMolecule.in;
import static io.moltrail.command.molecule.GivenMolecule.member;
import static io.moltrail.command.molecule.GivenMolecule.regulated;
import static io.moltrail.command.molecule.GivenMolecule.usual;

import io.moltrail.command.user.Someone;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.ReviseStructure;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.molecule.StructureRevised;
import io.moltrail.messages.project.MemberRole;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a molecule is thought to be, put right. */
class RevisionTest {

  private static final ReviseStructure REVISE =
      new ReviseStructure(MOLECULE, Someone.structure("CCN"));
  private static final StructureRevised REVISED = revised(Someone.structure("CCN"));

  @Test
  void an_editor_says_what_a_molecule_really_is() {
    as(MemberRole.EDITOR).given(ADDED).when(REVISE).expectEvents(REVISED);
  }

  @Test
  void the_same_structure_in_another_spelling_is_a_revision() {
    StructureFacts spelled = Someone.spelled("OCC", "CCO");
    as(MemberRole.EDITOR)
        .given(ADDED)
        .when(new ReviseStructure(MOLECULE, spelled))
        .expectEvents(revised(spelled));
  }

  @Test
  void the_same_text_for_the_same_structure_changes_nothing() {
    as(MemberRole.EDITOR)
        .given(
            ADDED, REVISED, new MoleculeRenamed(MOLECULE, PROJECT, Erasable.of(Optional.empty())))
        .when(REVISE)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void viewers_and_strangers_may_not() {
    as(MemberRole.VIEWER)
        .given(ADDED)
        .when(REVISE)
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
    in(usual(), Someone.user(USER))
        .given(ADDED)
        .when(REVISE)
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @Test
  void a_regulated_project_asks_why() {
    in(regulated(), member(MemberRole.EDITOR))
        .given(ADDED)
        .when(REVISE)
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
    in(regulated(), member(MemberRole.EDITOR))
        .given(ADDED)
        .when(REVISE, Map.of(MetadataKeys.REASON, "the NMR shows the amine"))
        .expectEvents(REVISED);
  }

  @Test
  void in_an_archived_project_no_structure_is_revised() {
    in(archived(), member(MemberRole.OWNER))
        .given(ADDED)
        .when(REVISE)
        .expectException(conflict("project-archived"))
        .expectNoEvents();
  }

  @Test
  void an_archived_molecule_keeps_its_structure() {
    as(MemberRole.OWNER)
        .given(ADDED, new MoleculeArchived(MOLECULE, PROJECT))
        .when(REVISE)
        .expectException(conflict("molecule-archived"))
        .expectNoEvents();
  }

  @Test
  void what_was_erased_is_not_revised() {
    MoleculeAdded erased =
        new MoleculeAdded(
            MOLECULE,
            PROJECT,
            ADDED.number(),
            Erasable.erased(),
            Erasable.erased(),
            Erasable.erased());
    as(MemberRole.OWNER)
        .given(erased)
        .when(REVISE)
        .expectException(Refusal.Erased.class)
        .expectNoEvents();
  }

  private static StructureRevised revised(StructureFacts structure) {
    return new StructureRevised(MOLECULE, PROJECT, Erasable.of(structure));
  }
}
