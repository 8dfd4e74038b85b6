package io.moltrail.web.permissions;

import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.user.SystemRole;
import java.util.EnumSet;
import java.util.Set;

/** Whom a route lets through. */
public sealed interface Who {

  /** Without an access token too. */
  record Anyone() implements Who {}

  /** Whoever is signed in; what is not theirs is not there. */
  record AnyUser() implements Who {}

  /** Whoever holds one of these roles in the installation. */
  record Holder(Set<SystemRole> roles) implements Who {

    public Holder {
      roles = Set.copyOf(roles);
    }

    static Holder of(SystemRole first, SystemRole... others) {
      return new Holder(EnumSet.of(first, others));
    }
  }

  /**
   * Whoever has at least this role in the project that the path names, or in which the molecule
   * stands; to everybody else the object is not there.
   */
  record Member(MemberRole least) implements Who {}

  /** Members about themselves, and the owner about everybody. */
  record SelfOrOwner() implements Who {}
}
