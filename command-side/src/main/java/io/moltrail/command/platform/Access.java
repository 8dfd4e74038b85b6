package io.moltrail.command.platform;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;

/**
 * A look at rights without locks, so that nobody's forms are checked and no chemistry is done for
 * somebody who may not: 404 for who may not see, then 403. The aggregate decides again, under
 * locks.
 */
public final class Access {

  private final Rights rights;
  private final Guards guards;
  private final Structures structures;

  public Access(Rights rights, Guards guards, Structures structures) {
    this.rights = rights;
    this.guards = guards;
    this.structures = structures;
  }

  /**
   * @throws Refusal.NotFound to strangers; @throws Refusal.Forbidden to members of a lesser role
   */
  public Guards.Guard require(UserId user, ProjectId project, MemberRole needed) {
    MemberRole role = rights.roleIn(project, user).orElseThrow(Refusal.NotFound::new);
    if (!role.includes(needed)) {
      throw ProjectRules.lacks(needed);
    }
    return guards.find(project).orElseThrow(Refusal.NotFound::new);
  }

  /**
   * The same for what is done to a member.
   *
   * @throws Refusal.NotFound also when {@code member} is none
   */
  public Guards.Guard require(UserId user, ProjectId project, UserId member, MemberRole needed) {
    require(user, project, MemberRole.VIEWER);
    rights.roleIn(project, member).orElseThrow(Refusal.NotFound::new);
    return require(user, project, needed);
  }

  /**
   * The same for what makes somebody a member or changes their role.
   *
   * @throws Refusal.NotFound also, to who may, when {@code other} is neither a member nor active
   */
  public Guards.Guard requireToGrant(
      UserId user, ProjectId project, UserId other, MemberRole needed) {
    Guards.Guard guard = require(user, project, needed);
    if (rights.roleIn(project, other).isEmpty() && !rights.active(other)) {
      throw new Refusal.NotFound();
    }
    return guard;
  }

  /** The same for a molecule, by the project in which it stands. */
  public Guards.Guard require(UserId user, MoleculeId molecule, MemberRole needed) {
    ProjectId project = structures.projectOf(molecule).orElseThrow(Refusal.NotFound::new);
    return require(user, project, needed);
  }
}
