package io.moltrail.web;

import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import java.util.Set;

/**
 * The rights of a user at this moment.
 *
 * @param version of the user, up to which these are their rights
 */
public record CallerStanding(
    UserId user, Tier tier, Set<SystemRole> roles, boolean suspended, long version) {

  public CallerStanding {
    roles = Set.copyOf(roles);
  }

  public boolean has(SystemRole role) {
    return roles.contains(role);
  }
}
