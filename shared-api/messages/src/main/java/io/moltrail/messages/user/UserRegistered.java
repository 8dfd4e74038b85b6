package io.moltrail.messages.user;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import java.util.Set;

/** An account was opened; until the e-mail address is verified it opens no door. */
public record UserRegistered(
    UserId userId,
    @ErasedWith("userId") Erasable<EmailAddress> email,
    @ErasedWith("userId") Erasable<DisplayName> displayName,
    Tier tier,
    Set<SystemRole> roles)
    implements UserEvent {

  public UserRegistered {
    roles = Set.copyOf(roles);
  }
}
