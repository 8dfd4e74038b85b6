package io.moltrail.web.security;

import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.web.CallerStanding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that a user has lost and rows may still show: at most one word about each thing. */
record Losses(List<LostRole> roles, List<LostSystemRole> systemRoles) {

  static final Losses NONE = new Losses(List.of(), List.of());

  Losses {
    roles = List.copyOf(roles);
    systemRoles = List.copyOf(systemRoles);
  }

  /**
   * @param kept each field of the user's and then its value, as {@code lost.lua} has written them
   */
  static Losses of(List<String> kept) {
    List<LostRole> roles = new ArrayList<>();
    List<LostSystemRole> systemRoles = new ArrayList<>();
    for (int i = 0; i < kept.size(); i += 2) {
      String about = kept.get(i);
      String[] word = kept.get(i + 1).split("/", 2);
      long version = Long.parseLong(word[0]);
      ProjectId.parse(about)
          .ifPresentOrElse(
              project -> roles.add(new LostRole(project, version, memberRole(word[1]))),
              () ->
                  systemRole(about)
                      .ifPresent(it -> systemRoles.add(new LostSystemRole(it, version))));
    }
    return new Losses(roles, systemRoles);
  }

  /** What is left of a standing: it counts where it is as new as the loss. */
  CallerStanding leave(CallerStanding standing) {
    Set<SystemRole> left = EnumSet.noneOf(SystemRole.class);
    left.addAll(standing.roles());
    systemRoles.stream()
        .filter(it -> it.version() > standing.version())
        .forEach(it -> left.remove(it.role()));
    return new CallerStanding(
        standing.user(), standing.tier(), left, standing.suspended(), standing.version());
  }

  private static Optional<MemberRole> memberRole(String name) {
    return Optional.of(name).filter(it -> !it.isEmpty()).map(MemberRole::valueOf);
  }

  private static Optional<SystemRole> systemRole(String name) {
    return Arrays.stream(SystemRole.values()).filter(it -> it.name().equals(name)).findFirst();
  }
}
