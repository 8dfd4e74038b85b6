package io.moltrail.command.project;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.user.UserId;
import java.util.List;
import java.util.Map;

/** The rules about who becomes what in a project. */
final class MembershipRules {

  private MembershipRules() {}

  /** A project has one owner; ownership is passed on, not given away as a role. */
  static MemberRole grantable(MemberRole role) {
    if (role == MemberRole.OWNER) {
      throw new Refusal.Invalid(
          "invalid-request",
          "A project has one owner; transfer it to make somebody else the owner.",
          List.of(new Refusal.Fault("/role", "not-grantable", "EDITOR or VIEWER.")));
    }
    return role;
  }

  static void notYetMember(Map<UserId, MemberRole> members, UserId user) {
    if (members.containsKey(user)) {
      throw new Refusal.Conflict("already-member", "This user is a member of the project already.");
    }
  }

  /**
   * @throws Refusal.NotFound when the user is no member
   */
  static MemberRole roleOf(Map<UserId, MemberRole> members, UserId user) {
    MemberRole role = members.get(user);
    if (role == null) {
      throw new Refusal.NotFound();
    }
    return role;
  }

  /** Everybody may leave; only the owner takes others out. */
  static MemberRole neededToRemove(UserId member, UserId by) {
    return member.equals(by) ? MemberRole.VIEWER : MemberRole.OWNER;
  }

  /** A project is never without its owner. */
  static void removable(MemberRole role) {
    if (role == MemberRole.OWNER) {
      throw new Refusal.Conflict(
          "owner-stays-owner",
          "The owner stays in the project; only a transfer makes somebody else the owner.");
    }
  }

  /** The owner's role does not change here. */
  static MemberRole changeable(Map<UserId, MemberRole> members, UserId user) {
    MemberRole role = roleOf(members, user);
    if (role == MemberRole.OWNER) {
      throw new Refusal.Conflict(
          "owner-stays-owner", "The owner's role changes only when the project is transferred.");
    }
    return role;
  }
}
