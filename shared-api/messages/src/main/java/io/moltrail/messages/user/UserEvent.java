package io.moltrail.messages.user;

import io.moltrail.messages.Event;
import io.moltrail.messages.Id;

/** What can have happened to a user. */
public sealed interface UserEvent extends Event
    permits UserRegistered,
        EmailVerified,
        EmailChanged,
        DisplayNameChanged,
        TierChanged,
        RoleGranted,
        RoleRevoked,
        UserSuspended,
        UserReinstated {

  UserId userId();

  @Override
  default Id subject() {
    return userId();
  }
}
