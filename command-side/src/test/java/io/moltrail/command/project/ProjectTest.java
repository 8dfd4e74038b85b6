package io.moltrail.command.project;

import static io.moltrail.command.project.GivenProject.CREATED;
import static io.moltrail.command.project.GivenProject.OTHER;
import static io.moltrail.command.project.GivenProject.OWNER;
import static io.moltrail.command.project.GivenProject.PROJECT;
import static io.moltrail.command.project.GivenProject.as;
import static io.moltrail.command.project.GivenProject.created;
import static io.moltrail.command.project.GivenProject.fixture;
import static io.moltrail.command.project.GivenProject.member;
import static io.moltrail.command.project.GivenProject.molecule;
import static io.moltrail.command.project.GivenProject.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.moltrail.command.user.Someone;
import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.NewMolecule;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.project.AddMember;
import io.moltrail.messages.project.AddMolecule;
import io.moltrail.messages.project.AddMolecules;
import io.moltrail.messages.project.ChangeMemberRole;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.MemberRoleChanged;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;

class ProjectTest {

  @Test
  void whoever_creates_a_project_owns_it() {
    as(Someone.user(OWNER))
        .givenNoPriorActivity()
        .when(
            new CreateProject(
                PROJECT,
                new ProjectName("Kinases"),
                new ProjectCode("KIN"),
                ProjectDescription.NONE,
                false,
                Tautomers.SAME))
        .expectEvents(CREATED);
  }

  @Test
  void somebody_without_an_account_owns_no_project() {
    as(new Actor.Anonymous())
        .givenNoPriorActivity()
        .when(
            new CreateProject(
                PROJECT,
                new ProjectName("Kinases"),
                new ProjectCode("KIN"),
                ProjectDescription.NONE,
                false,
                Tautomers.SAME))
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
  }

  @Test
  void the_owner_adds_a_member() {
    as(owner())
        .given(CREATED)
        .when(new AddMember(PROJECT, OTHER, MemberRole.EDITOR))
        .expectEvents(new MemberAdded(PROJECT, OTHER, MemberRole.EDITOR));
  }

  @Test
  void an_editor_adds_no_member() {
    as(member(OTHER, MemberRole.EDITOR))
        .given(CREATED)
        .when(new AddMember(PROJECT, new UserId(UUID.randomUUID()), MemberRole.VIEWER))
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
  }

  @Test
  void to_a_stranger_the_project_is_not_there() {
    as(Someone.user(OTHER))
        .given(CREATED)
        .when(new AddMember(PROJECT, OTHER, MemberRole.EDITOR))
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @Test
  void nobody_is_added_twice() {
    as(owner())
        .given(CREATED, new MemberAdded(PROJECT, OTHER, MemberRole.VIEWER))
        .when(new AddMember(PROJECT, OTHER, MemberRole.EDITOR))
        .expectException(Refusal.Conflict.class)
        .expectNoEvents();
  }

  @Test
  void only_a_user_who_exists_can_be_added() {
    fixture(owner(), user -> false)
        .given(CREATED)
        .when(new AddMember(PROJECT, OTHER, MemberRole.EDITOR))
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @Test
  void ownership_is_not_given_away_as_a_role() {
    as(owner())
        .given(CREATED)
        .when(new AddMember(PROJECT, OTHER, MemberRole.OWNER))
        .expectException(Refusal.Invalid.class)
        .expectNoEvents();
  }

  @Test
  void the_owner_changes_a_members_role() {
    as(owner())
        .given(CREATED, new MemberAdded(PROJECT, OTHER, MemberRole.VIEWER))
        .when(new ChangeMemberRole(PROJECT, OTHER, MemberRole.EDITOR))
        .expectEvents(new MemberRoleChanged(PROJECT, OTHER, MemberRole.EDITOR));
  }

  @Test
  void a_role_that_is_the_same_already_changes_nothing() {
    as(owner())
        .given(CREATED, new MemberAdded(PROJECT, OTHER, MemberRole.VIEWER))
        .when(new ChangeMemberRole(PROJECT, OTHER, MemberRole.VIEWER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void the_owner_cannot_become_less() {
    as(owner())
        .given(CREATED)
        .when(new ChangeMemberRole(PROJECT, OWNER, MemberRole.VIEWER))
        .expectException(Refusal.Conflict.class)
        .expectNoEvents();
  }

  @Test
  void a_role_changes_only_for_a_member() {
    as(owner())
        .given(CREATED)
        .when(new ChangeMemberRole(PROJECT, OTHER, MemberRole.VIEWER))
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @Test
  void an_editor_adds_a_molecule_on_a_stream_of_its_own() {
    NewMolecule aspirin = molecule(1);
    as(member(OTHER, MemberRole.EDITOR))
        .given(CREATED)
        .when(new AddMolecule(PROJECT, aspirin))
        .expectEvents(added(aspirin));
  }

  @Test
  void a_viewer_adds_no_molecule() {
    as(member(OTHER, MemberRole.VIEWER))
        .given(CREATED)
        .when(new AddMolecule(PROJECT, molecule(1)))
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
  }

  @Test
  void a_stranger_adds_no_molecule_and_learns_nothing() {
    as(Someone.user(OTHER))
        .given(CREATED)
        .when(new AddMolecules(PROJECT, List.of(molecule(1), molecule(2))))
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @Test
  void several_molecules_are_added_together() {
    NewMolecule first = molecule(1);
    NewMolecule second = molecule(2);
    as(owner())
        .given(CREATED)
        .when(new AddMolecules(PROJECT, List.of(first, second)))
        .expectEvents(added(first), added(second));
  }

  @Test
  void a_regulated_project_asks_why() {
    as(owner())
        .given(created(true))
        .when(new AddMolecule(PROJECT, molecule(1)))
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
  }

  @Test
  void a_regulated_project_is_content_with_a_reason() {
    NewMolecule molecule = molecule(1);
    as(owner())
        .given(created(true))
        .when(new AddMolecule(PROJECT, molecule), Map.of(MetadataKeys.REASON, "new lead"))
        .expectEvents(added(molecule));
  }

  @Test
  void a_regulated_project_asks_why_somebody_becomes_a_member_or_something_else() {
    as(owner())
        .given(created(true))
        .when(new AddMember(PROJECT, OTHER, MemberRole.VIEWER))
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
    as(owner())
        .given(created(true), new MemberAdded(PROJECT, OTHER, MemberRole.VIEWER))
        .when(new ChangeMemberRole(PROJECT, OTHER, MemberRole.EDITOR))
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
  }

  @Test
  void in_a_regulated_project_every_molecule_of_a_batch_needs_a_reason_of_its_own_or_the_batchs() {
    NewMolecule explained = because("new lead", molecule(1));
    as(owner())
        .given(created(true))
        .when(new AddMolecules(PROJECT, List.of(explained, molecule(2))))
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
    as(owner())
        .given(created(true))
        .when(new AddMolecules(PROJECT, List.of(explained)))
        .expectEvents(added(explained));
  }

  @Test
  void sealed_values_do_not_show_in_text() {
    assertThat(CREATED.toString()).doesNotContain("Kinases");
  }

  @Test
  void to_whoever_is_no_user_the_project_is_not_there() {
    as(new Actor.Anonymous())
        .given(CREATED)
        .when(new AddMolecule(PROJECT, molecule(1)))
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @Test
  void a_project_that_was_never_created_is_nobodys() {
    assertThatThrownBy(() -> new Standing().require(owner(), MemberRole.VIEWER))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  void the_reason_of_one_molecule_goes_with_its_event() {
    as(owner())
        .given(CREATED)
        .when(new AddMolecule(PROJECT, because("a gift", molecule(1))))
        .expectEventsMatching(
            exactSequenceOf(
                predicate(
                    (EventMessage<?> it) ->
                        "a gift".equals(it.getMetaData().get(MetadataKeys.REASON)))));
  }

  @Test
  void roles_below_the_owners_are_granted_as_they_are() {
    assertThat(MembershipRules.grantable(MemberRole.EDITOR)).isEqualTo(MemberRole.EDITOR);
    assertThat(MembershipRules.grantable(MemberRole.VIEWER)).isEqualTo(MemberRole.VIEWER);
  }

  private static NewMolecule because(String reason, NewMolecule it) {
    return new NewMolecule(
        it.moleculeId(),
        it.number(),
        it.structure(),
        it.name(),
        it.annotations(),
        Optional.of(reason));
  }

  private static MoleculeAdded added(NewMolecule molecule) {
    StructureFacts structure = molecule.structure();
    return new MoleculeAdded(
        molecule.moleculeId(),
        PROJECT,
        molecule.number(),
        Erasable.of(structure),
        Erasable.of(molecule.name()),
        Erasable.of(molecule.annotations()));
  }
}
