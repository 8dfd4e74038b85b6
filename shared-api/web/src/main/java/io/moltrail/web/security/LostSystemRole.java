package io.moltrail.web.security;

import io.moltrail.messages.user.SystemRole;

/**
 * A role of the installation that a user has no more: decided by the command side, and perhaps not
 * yet in the read tables.
 *
 * @param version of the user from which on it holds
 */
public record LostSystemRole(SystemRole role, long version) implements Loss {

  @Override
  public String about() {
    return role.name();
  }

  @Override
  public String remains() {
    return "";
  }
}
