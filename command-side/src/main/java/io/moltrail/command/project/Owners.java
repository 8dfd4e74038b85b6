package io.moltrail.command.project;

import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import java.util.Optional;

/** What a project asks about whoever is to own it. */
@FunctionalInterface
public interface Owners {

  /** Empty unless the user is active: verified, and not suspended. */
  Optional<Holding> find(UserId user);

  /**
   * @param projects how many the user owns, archived ones too
   */
  record Holding(Tier tier, long projects) {}
}
