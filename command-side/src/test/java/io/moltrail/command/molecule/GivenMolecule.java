package io.moltrail.command.molecule;

import static org.axonframework.test.matchers.Matchers.matches;

import io.moltrail.command.platform.Guards;
import io.moltrail.command.user.Someone;
import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeNumber;
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
import org.hamcrest.Matcher;

/** A molecule, the project in which it stands, and who asks for something. */
final class GivenMolecule {

  static final ProjectId PROJECT = new ProjectId(UUID.randomUUID());
  static final MoleculeId MOLECULE = new MoleculeId(UUID.randomUUID());
  static final UserId USER = new UserId(UUID.randomUUID());
  static final MoleculeAdded ADDED =
      new MoleculeAdded(
          MOLECULE,
          PROJECT,
          new MoleculeNumber("KIN-000001"),
          Erasable.of(Someone.structure("CCO")),
          Erasable.of(Optional.empty()),
          Erasable.of(Map.of()));

  private GivenMolecule() {}

  static FixtureConfiguration<Molecule> as(MemberRole role) {
    return in(usual(), member(role));
  }

  static FixtureConfiguration<Molecule> in(Guards.Guard guard, Actor actor) {
    return between(guard, new Guards.Found(Map.of(guard.project(), guard)), actor);
  }

  /** Where a command depends on more than the project in which the molecule stands. */
  static FixtureConfiguration<Molecule> between(Guards.Guard guard, Guards.Found all, Actor actor) {
    AggregateTestFixture<Molecule> fixture = new AggregateTestFixture<>(Molecule.class);
    fixture.registerInjectableResource(actor);
    fixture.registerInjectableResource(guard);
    fixture.registerInjectableResource(all);
    return fixture;
  }

  static Actor member(MemberRole role) {
    return Someone.member(USER, PROJECT, role);
  }

  static Guards.Guard usual() {
    return guard(false, false);
  }

  static Guards.Guard regulated() {
    return guard(true, false);
  }

  static Guards.Guard archived() {
    return guard(false, true);
  }

  private static Guards.Guard guard(boolean regulated, boolean archived) {
    return new Guards.Guard(
        PROJECT, 1, new ProjectCode("KIN"), Tautomers.SAME, regulated, archived);
  }

  /** A conflict with this code and no other. */
  static Matcher<Object> conflict(String code) {
    return matches(it -> it instanceof Refusal.Conflict conflict && conflict.code().equals(code));
  }
}
