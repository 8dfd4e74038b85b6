package io.moltrail.command.project;

import static org.axonframework.test.matchers.Matchers.matches;

import io.moltrail.command.user.Someone;
import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.NewMolecule;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.Matcher;

/** A project, its owner and others, and how they are set up. */
final class GivenProject {

  static final ProjectId PROJECT = new ProjectId(UUID.randomUUID());
  static final UserId OWNER = new UserId(UUID.randomUUID());
  static final UserId OTHER = new UserId(UUID.randomUUID());
  static final UserId THIRD = new UserId(UUID.randomUUID());
  static final ProjectCreated CREATED = created(false);

  private GivenProject() {}

  static FixtureConfiguration<Project> as(Actor actor) {
    return fixture(actor, user -> true);
  }

  static FixtureConfiguration<Project> fixture(Actor actor, Accounts accounts) {
    return fixture(actor, accounts, GivenProject::holding, (invitation, user) -> true);
  }

  static FixtureConfiguration<Project> among(Owners owners, Actor actor) {
    return fixture(actor, user -> true, owners, (invitation, user) -> true);
  }

  static FixtureConfiguration<Project> answering(Invitees invitees, Actor actor) {
    return fixture(actor, user -> true, GivenProject::holding, invitees);
  }

  private static Optional<Owners.Holding> holding(UserId user) {
    return Optional.of(new Owners.Holding(Tier.FREE, 0));
  }

  private static FixtureConfiguration<Project> fixture(
      Actor actor, Accounts accounts, Owners owners, Invitees invitees) {
    AggregateTestFixture<Project> fixture = new AggregateTestFixture<>(Project.class);
    fixture.registerInjectableResource(actor);
    fixture.registerInjectableResource(accounts);
    fixture.registerInjectableResource(owners);
    fixture.registerInjectableResource(invitees);
    return fixture;
  }

  static Actor.User owner() {
    return member(OWNER, MemberRole.OWNER);
  }

  static Actor.User member(UserId user, MemberRole role) {
    return Someone.member(user, PROJECT, role);
  }

  static ProjectCreated created(boolean regulated) {
    return new ProjectCreated(
        PROJECT,
        OWNER,
        new ProjectCode("KIN"),
        Erasable.of(new ProjectName("Kinases")),
        Erasable.of(ProjectDescription.NONE),
        regulated,
        Tautomers.SAME);
  }

  static NewMolecule molecule(int number) {
    return new NewMolecule(
        new MoleculeId(UUID.randomUUID()),
        MoleculeNumber.of(new ProjectCode("KIN"), number),
        Someone.structure("CCO"),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  /** A conflict with this code and no other. */
  static Matcher<Object> conflict(String code) {
    return matches(it -> it instanceof Refusal.Conflict conflict && conflict.code().equals(code));
  }
}
