package io.moltrail.command.molecule;

import static io.moltrail.command.molecule.GivenMolecule.ADDED;
import static io.moltrail.command.molecule.GivenMolecule.MOLECULE;
import static io.moltrail.command.molecule.GivenMolecule.PROJECT;
import static io.moltrail.command.molecule.GivenMolecule.USER;
import static io.moltrail.command.molecule.GivenMolecule.conflict;

import io.moltrail.command.platform.Guards.Found;
import io.moltrail.command.platform.Guards.Guard;
import io.moltrail.command.user.Someone;
import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeMoved;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.MoveMolecule;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.molecule.StructureRevised;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** A molecule goes to another project. */
class MoveTest {

  private static final ProjectId ELSEWHERE = new ProjectId(UUID.randomUUID());
  private static final MoleculeNumber NUMBER = new MoleculeNumber("ELSE-000007");
  private static final Optional<MoleculeName> ASPIRIN = Optional.of(new MoleculeName("Aspirin"));
  private static final Guard FROM = guard(PROJECT, Tautomers.SAME, false, false);
  private static final Guard TO = guard(ELSEWHERE, Tautomers.SAME, false, false);
  private static final MoveMolecule MOVE = move(Optional.empty());
  private static final MoleculeMoved MOVED = moved(Someone.structure("CCO"), Optional.empty());

  @Test
  void an_editor_of_both_projects_moves_a_molecule_and_all_that_is_said_about_it() {
    StructureFacts revised = Someone.structure("CCN");
    between(FROM, TO, editorOfBoth())
        .given(
            ADDED,
            new MoleculeRenamed(MOLECULE, PROJECT, Erasable.of(ASPIRIN)),
            new StructureRevised(MOLECULE, PROJECT, Erasable.of(revised)))
        .when(MOVE)
        .expectEvents(moved(revised, ASPIRIN));
  }

  @Test
  void where_it_stands_already_nothing_changes() {
    between(FROM, TO, editorOfBoth())
        .given(ADDED, MOVED)
        .when(MOVE)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void from_then_on_the_rights_in_the_other_project_count() {
    MoveMolecule back = new MoveMolecule(MOLECULE, PROJECT, NUMBER, Optional.empty());
    between(FROM, TO, member(MemberRole.OWNER, MemberRole.VIEWER))
        .given(ADDED, MOVED)
        .when(back)
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
  }

  @Test
  void who_may_only_look_in_one_of_them_moves_nothing() {
    refused(member(MemberRole.VIEWER, MemberRole.EDITOR), Refusal.Forbidden.class);
    refused(member(MemberRole.EDITOR, MemberRole.VIEWER), Refusal.Forbidden.class);
  }

  @Test
  void to_a_stranger_in_one_of_them_it_is_not_there() {
    refused(Someone.member(USER, PROJECT, MemberRole.OWNER), Refusal.NotFound.class);
    refused(Someone.member(USER, ELSEWHERE, MemberRole.OWNER), Refusal.NotFound.class);
  }

  @Test
  void a_regulated_project_asks_why_whether_it_gives_or_takes() {
    Guard regulatedFrom = guard(PROJECT, Tautomers.SAME, true, false);
    Guard regulatedTo = guard(ELSEWHERE, Tautomers.SAME, true, false);
    between(regulatedFrom, TO, editorOfBoth())
        .given(ADDED)
        .when(MOVE)
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
    between(FROM, regulatedTo, editorOfBoth())
        .given(ADDED)
        .when(MOVE)
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
    between(FROM, regulatedTo, editorOfBoth())
        .given(ADDED)
        .when(MOVE, Map.of(MetadataKeys.REASON, "it belongs there"))
        .expectEvents(MOVED);
  }

  @Test
  void an_archived_project_neither_gives_nor_takes() {
    between(guard(PROJECT, Tautomers.SAME, false, true), TO, editorOfBoth())
        .given(ADDED)
        .when(MOVE)
        .expectException(conflict("project-archived"))
        .expectNoEvents();
    between(FROM, guard(ELSEWHERE, Tautomers.SAME, false, true), editorOfBoth())
        .given(ADDED)
        .when(MOVE)
        .expectException(conflict("project-archived"))
        .expectNoEvents();
  }

  @Test
  void an_archived_molecule_stays_where_it_is() {
    between(FROM, TO, editorOfBoth())
        .given(ADDED, new MoleculeArchived(MOLECULE, PROJECT))
        .when(MOVE)
        .expectException(conflict("molecule-archived"))
        .expectNoEvents();
  }

  @Test
  void what_was_erased_cannot_be_said_again_elsewhere() {
    MoleculeAdded erased =
        new MoleculeAdded(
            MOLECULE,
            PROJECT,
            ADDED.number(),
            Erasable.erased(),
            Erasable.erased(),
            Erasable.erased());
    between(FROM, TO, editorOfBoth())
        .given(erased)
        .when(MOVE)
        .expectException(Refusal.Erased.class)
        .expectNoEvents();
  }

  @Test
  void where_the_rules_differ_its_own_text_is_read_by_the_other_rule() {
    Guard distinct = guard(ELSEWHERE, Tautomers.DISTINCT, false, false);
    StructureFacts anew = Someone.spelled("CCO", "C(C)O");
    between(FROM, distinct, editorOfBoth())
        .given(ADDED)
        .when(move(Optional.of(anew)))
        .expectEvents(moved(anew, Optional.empty()));
    between(FROM, distinct, editorOfBoth())
        .given(ADDED)
        .when(move(Optional.of(Someone.structure("CCN"))))
        .expectException(Refusal.StaleVersion.class)
        .expectNoEvents();
    between(FROM, distinct, editorOfBoth())
        .given(ADDED)
        .when(MOVE)
        .expectException(Refusal.StaleVersion.class)
        .expectNoEvents();
  }

  private static void refused(Actor actor, Class<? extends Refusal> refusal) {
    between(FROM, TO, actor).given(ADDED).when(MOVE).expectException(refusal).expectNoEvents();
  }

  private static FixtureConfiguration<Molecule> between(Guard from, Guard to, Actor actor) {
    return GivenMolecule.between(from, new Found(Map.of(PROJECT, from, ELSEWHERE, to)), actor);
  }

  private static Actor editorOfBoth() {
    return member(MemberRole.EDITOR, MemberRole.EDITOR);
  }

  private static Actor member(MemberRole here, MemberRole there) {
    return new Actor.User(
        USER, Tier.FREE, Set.of(SystemRole.USER), Map.of(PROJECT, here, ELSEWHERE, there));
  }

  private static Guard guard(
      ProjectId project, Tautomers tautomers, boolean regulated, boolean archived) {
    return new Guard(project, 1, new ProjectCode("ANY"), tautomers, regulated, archived);
  }

  private static MoveMolecule move(Optional<StructureFacts> anew) {
    return new MoveMolecule(MOLECULE, ELSEWHERE, NUMBER, anew);
  }

  private static MoleculeMoved moved(StructureFacts structure, Optional<MoleculeName> name) {
    return new MoleculeMoved(
        MOLECULE,
        PROJECT,
        ELSEWHERE,
        NUMBER,
        Erasable.of(structure),
        Erasable.of(name),
        Erasable.of(Map.of()));
  }
}
