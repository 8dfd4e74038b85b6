package io.moltrail.command.molecule;

import static org.axonframework.test.matchers.Matchers.matches;

import io.moltrail.command.platform.Guards;
import io.moltrail.command.user.Someone;
import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.RenameMolecule;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.user.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class MoleculeTest {

  private static final ProjectId PROJECT = new ProjectId(UUID.randomUUID());
  private static final MoleculeId MOLECULE = new MoleculeId(UUID.randomUUID());
  private static final UserId USER = new UserId(UUID.randomUUID());
  private static final Optional<MoleculeName> ASPIRIN = Optional.of(new MoleculeName("Aspirin"));

  @Test
  void an_editor_renames_a_molecule() {
    in(false, Someone.member(USER, PROJECT, MemberRole.EDITOR))
        .given(added())
        .when(new RenameMolecule(MOLECULE, ASPIRIN))
        .expectEvents(new MoleculeRenamed(MOLECULE, PROJECT, Erasable.of(ASPIRIN)));
  }

  @Test
  void a_name_can_be_taken_away() {
    in(false, Someone.member(USER, PROJECT, MemberRole.OWNER))
        .given(added())
        .when(new RenameMolecule(MOLECULE, Optional.empty()))
        .expectEvents(new MoleculeRenamed(MOLECULE, PROJECT, Erasable.of(Optional.empty())));
  }

  @Test
  void a_viewer_renames_nothing() {
    in(false, Someone.member(USER, PROJECT, MemberRole.VIEWER))
        .given(added())
        .when(new RenameMolecule(MOLECULE, ASPIRIN))
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
  }

  @Test
  void to_a_stranger_the_molecule_is_not_there() {
    in(false, Someone.user(USER))
        .given(added())
        .when(new RenameMolecule(MOLECULE, ASPIRIN))
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @Test
  void a_regulated_project_asks_why_a_name_changes() {
    in(true, Someone.member(USER, PROJECT, MemberRole.EDITOR))
        .given(added())
        .when(new RenameMolecule(MOLECULE, ASPIRIN))
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
  }

  @Test
  void a_regulated_project_is_content_with_a_reason() {
    in(true, Someone.member(USER, PROJECT, MemberRole.EDITOR))
        .given(added())
        .when(new RenameMolecule(MOLECULE, ASPIRIN), Map.of(MetadataKeys.REASON, "trade name"))
        .expectEvents(new MoleculeRenamed(MOLECULE, PROJECT, Erasable.of(ASPIRIN)));
  }

  @Test
  void in_an_archived_project_no_molecule_is_renamed() {
    in(archived(), Someone.member(USER, PROJECT, MemberRole.EDITOR))
        .given(added())
        .when(new RenameMolecule(MOLECULE, ASPIRIN))
        .expectException(
            matches(
                it ->
                    it instanceof Refusal.Conflict conflict
                        && conflict.code().equals("project-archived")))
        .expectNoEvents();
  }

  private static FixtureConfiguration<Molecule> in(boolean regulated, Actor actor) {
    return in(
        new Guards.Guard(PROJECT, 1, new ProjectCode("KIN"), Tautomers.SAME, regulated, false),
        actor);
  }

  private static Guards.Guard archived() {
    return new Guards.Guard(PROJECT, 1, new ProjectCode("KIN"), Tautomers.SAME, false, true);
  }

  private static FixtureConfiguration<Molecule> in(Guards.Guard guard, Actor actor) {
    AggregateTestFixture<Molecule> fixture = new AggregateTestFixture<>(Molecule.class);
    fixture.registerInjectableResource(actor);
    fixture.registerInjectableResource(guard);
    return fixture;
  }

  private static MoleculeAdded added() {
    return new MoleculeAdded(
        MOLECULE,
        PROJECT,
        new MoleculeNumber("KIN-000001"),
        Erasable.of(Someone.structure("CCO")),
        Erasable.of(Optional.empty()),
        Erasable.of(Map.of()));
  }
}
