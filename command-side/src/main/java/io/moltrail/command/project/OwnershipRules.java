package io.moltrail.command.project;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.settings.TierGrants;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The rules about who may own a project. */
final class OwnershipRules {

  private OwnershipRules() {}

  static Refusal.Forbidden onlyUsers() {
    return new Refusal.Forbidden("Only users own projects.");
  }

  /**
   * @throws Refusal.Invalid when who owns the project is to become its owner
   */
  static void toSomebodyElse(UserId owner, UserId newOwner) {
    if (owner.equals(newOwner)) {
      throw new Refusal.Invalid(
          "invalid-request",
          "A project is transferred to somebody else.",
          List.of(new Refusal.Fault("/userId", "already-owner", "You own this project already.")));
    }
  }

  /** Whether there is no such member or they are suspended, the owner is told the same. */
  static Owners.Holding activeMember(
      Map<UserId, MemberRole> members, UserId newOwner, Owners owners) {
    return owners
        .find(newOwner)
        .filter(it -> members.containsKey(newOwner))
        .orElseThrow(
            () ->
                new Refusal.Conflict(
                    "no-active-member",
                    "Only an active member can become the owner; add the user first."));
  }

  /**
   * Archived projects count, for they can be restored. A tier that was lowered takes no project
   * away, and gives no other one.
   *
   * @throws Refusal.Conflict when the owner's tier allows no more
   */
  static void roomForOneMore(Owners.Holding holding) {
    if (isFull(holding)) {
      throw new Refusal.Conflict(
          "quota-exceeded",
          "With the tier %s one owns at most %d projects, archived ones included."
              .formatted(holding.tier(), limit(holding).getAsLong()));
    }
  }

  /**
   * The same for somebody else, whose tier and projects are not the giver's to know.
   *
   * @throws Refusal.Conflict when the new owner's tier allows no more
   */
  static void roomToBeGivenOne(Owners.Holding holding) {
    if (isFull(holding)) {
      throw new Refusal.Conflict(
          "quota-exceeded", "This member cannot own one more project at present.");
    }
  }

  private static boolean isFull(Owners.Holding holding) {
    OptionalLong limit = limit(holding);
    return limit.isPresent() && holding.projects() >= limit.getAsLong();
  }

  private static OptionalLong limit(Owners.Holding holding) {
    return TierGrants.of(holding.tier()).projectsOwned();
  }
}
