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
import io.moltrail.messages.molecule.ArchiveMolecule;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeCommand;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.MoleculeRestored;
import io.moltrail.messages.molecule.RenameMolecule;
import io.moltrail.messages.molecule.RestoreMolecule;
import io.moltrail.messages.project.MemberRole;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a molecule is put aside, and what it refuses while it is. */
class ArchivedMoleculesTest {

  private static final ArchiveMolecule ARCHIVE = new ArchiveMolecule(MOLECULE);
  private static final RestoreMolecule RESTORE = new RestoreMolecule(MOLECULE);
  private static final MoleculeArchived ARCHIVED = new MoleculeArchived(MOLECULE, PROJECT);
  private static final MoleculeRestored RESTORED = new MoleculeRestored(MOLECULE, PROJECT);

  @Test
  void an_editor_archives_a_molecule_and_restores_it() {
    as(MemberRole.EDITOR).given(ADDED).when(ARCHIVE).expectEvents(ARCHIVED);
    as(MemberRole.EDITOR).given(ADDED, ARCHIVED).when(RESTORE).expectEvents(RESTORED);
    as(MemberRole.EDITOR).given(ADDED, ARCHIVED, RESTORED).when(ARCHIVE).expectEvents(ARCHIVED);
  }

  @Test
  void what_is_as_it_should_be_already_is_left_so() {
    as(MemberRole.EDITOR)
        .given(ADDED, ARCHIVED)
        .when(ARCHIVE)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    as(MemberRole.EDITOR)
        .given(ADDED)
        .when(RESTORE)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void an_archived_molecule_keeps_its_name_until_it_is_restored() {
    Optional<MoleculeName> name = Optional.of(new MoleculeName("Aspirin"));
    RenameMolecule renaming = new RenameMolecule(MOLECULE, name);
    as(MemberRole.OWNER)
        .given(ADDED, ARCHIVED)
        .when(renaming)
        .expectException(conflict("molecule-archived"))
        .expectNoEvents();
    as(MemberRole.OWNER)
        .given(ADDED, ARCHIVED, RESTORED)
        .when(renaming)
        .expectEvents(new MoleculeRenamed(MOLECULE, PROJECT, Erasable.of(name)));
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void viewers_and_strangers_may_not(MoleculeCommand verb) {
    as(MemberRole.VIEWER)
        .given(ADDED)
        .when(verb)
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
    in(usual(), Someone.user(USER))
        .given(ADDED)
        .when(verb)
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void a_regulated_project_asks_why(MoleculeCommand verb) {
    in(regulated(), member(MemberRole.EDITOR))
        .given(ADDED)
        .when(verb)
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
    in(regulated(), member(MemberRole.EDITOR))
        .given(ADDED)
        .when(verb, Map.of(MetadataKeys.REASON, "the lot was mixed up"))
        .expectSuccessfulHandlerExecution();
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void in_an_archived_project_every_molecule_stays_as_it_is(MoleculeCommand verb) {
    in(archived(), member(MemberRole.OWNER))
        .given(ADDED)
        .when(verb)
        .expectException(conflict("project-archived"))
        .expectNoEvents();
    in(archived(), member(MemberRole.OWNER))
        .given(ADDED, ARCHIVED)
        .when(verb)
        .expectException(conflict("project-archived"))
        .expectNoEvents();
  }

  private static Stream<MoleculeCommand> verbs() {
    return Stream.of(ARCHIVE, RESTORE);
  }
}
