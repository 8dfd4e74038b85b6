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
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.RenameMolecule;
import io.moltrail.messages.project.MemberRole;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoleculeTest {

  private static final Optional<MoleculeName> ASPIRIN = Optional.of(new MoleculeName("Aspirin"));

  @Test
  void an_editor_renames_a_molecule() {
    as(MemberRole.EDITOR)
        .given(ADDED)
        .when(new RenameMolecule(MOLECULE, ASPIRIN))
        .expectEvents(new MoleculeRenamed(MOLECULE, PROJECT, Erasable.of(ASPIRIN)));
  }

  @Test
  void a_name_can_be_taken_away() {
    as(MemberRole.OWNER)
        .given(ADDED, new MoleculeRenamed(MOLECULE, PROJECT, Erasable.of(ASPIRIN)))
        .when(new RenameMolecule(MOLECULE, Optional.empty()))
        .expectEvents(new MoleculeRenamed(MOLECULE, PROJECT, Erasable.of(Optional.empty())));
  }

  @Test
  void what_it_is_called_already_changes_nothing_unless_it_was_erased() {
    as(MemberRole.OWNER)
        .given(ADDED)
        .when(new RenameMolecule(MOLECULE, Optional.empty()))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    as(MemberRole.OWNER)
        .given(ADDED, new MoleculeRenamed(MOLECULE, PROJECT, Erasable.of(ASPIRIN)))
        .when(new RenameMolecule(MOLECULE, ASPIRIN))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    as(MemberRole.OWNER)
        .given(ADDED, new MoleculeRenamed(MOLECULE, PROJECT, Erasable.erased()))
        .when(new RenameMolecule(MOLECULE, ASPIRIN))
        .expectEvents(new MoleculeRenamed(MOLECULE, PROJECT, Erasable.of(ASPIRIN)));
  }

  @Test
  void a_viewer_renames_nothing() {
    as(MemberRole.VIEWER)
        .given(ADDED)
        .when(new RenameMolecule(MOLECULE, ASPIRIN))
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
  }

  @Test
  void to_a_stranger_the_molecule_is_not_there() {
    in(usual(), Someone.user(USER))
        .given(ADDED)
        .when(new RenameMolecule(MOLECULE, ASPIRIN))
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @Test
  void a_regulated_project_asks_why_a_name_changes() {
    in(regulated(), member(MemberRole.EDITOR))
        .given(ADDED)
        .when(new RenameMolecule(MOLECULE, ASPIRIN))
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
  }

  @Test
  void a_regulated_project_is_content_with_a_reason() {
    in(regulated(), member(MemberRole.EDITOR))
        .given(ADDED)
        .when(new RenameMolecule(MOLECULE, ASPIRIN), Map.of(MetadataKeys.REASON, "trade name"))
        .expectEvents(new MoleculeRenamed(MOLECULE, PROJECT, Erasable.of(ASPIRIN)));
  }

  @Test
  void in_an_archived_project_no_molecule_is_renamed() {
    in(archived(), member(MemberRole.EDITOR))
        .given(ADDED)
        .when(new RenameMolecule(MOLECULE, ASPIRIN))
        .expectException(conflict("project-archived"))
        .expectNoEvents();
  }
}
