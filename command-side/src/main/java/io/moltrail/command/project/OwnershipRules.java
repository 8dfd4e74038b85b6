package io.moltrail.command.project;

import io.moltrail.messages.Refusal;
import io.moltrail.web.settings.TierGrants;
import java.util.OptionalLong;

/** The rules about who may own a project. */
final class OwnershipRules {

  private OwnershipRules() {}

  static Refusal.Forbidden onlyUsers() {
    return new Refusal.Forbidden("Only users own projects.");
  }

  /**
   * Archived projects count, for they can be restored. A tier that was lowered takes no project
   * away, and gives no other one.
   *
   * @throws Refusal.Conflict when the owner's tier allows no more
   */
  static void roomForOneMore(Owners.Holding holding) {
    OptionalLong limit = TierGrants.of(holding.tier()).projectsOwned();
    if (limit.isPresent() && holding.projects() >= limit.getAsLong()) {
      throw new Refusal.Conflict(
          "quota-exceeded",
          "With the tier %s one owns at most %d projects, archived ones included."
              .formatted(holding.tier(), limit.getAsLong()));
    }
  }
}
