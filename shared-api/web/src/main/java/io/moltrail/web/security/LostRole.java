package io.moltrail.web.security;

import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import java.util.Optional;

/**
 * A lesser role, or none, of a user in a project: decided by the command side, and perhaps not yet
 * in the read tables.
 *
 * @param version of the project from which on it holds
 * @param left the role from then on; empty for who is no member any more
 */
public record LostRole(ProjectId project, long version, Optional<MemberRole> left) implements Loss {

  @Override
  public String about() {
    return project.toString();
  }

  @Override
  public String remains() {
    return left.map(Enum::name).orElse("");
  }
}
