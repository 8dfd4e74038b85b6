package io.moltrail.command.account;

import io.moltrail.command.platform.Streams;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.DisplayNameChanged;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.EmailChanged;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.RoleGranted;
import io.moltrail.messages.user.RoleRevoked;
import io.moltrail.messages.user.TierChanged;
import io.moltrail.messages.user.UserEvent;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.UserRegistered;
import io.moltrail.messages.user.UserReinstated;
import io.moltrail.messages.user.UserSuspended;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Who holds an account. No table of the command side has an address or a name, so they are read
 * from the user's own events, where they stand sealed.
 */
final class Holders {

  private final Streams streams;

  Holders(Streams streams) {
    this.streams = streams;
  }

  /** Empty when there is no such user, or they have been erased. */
  Optional<Holder> find(UserId user) {
    Optional<EmailAddress> email = Optional.empty();
    Optional<DisplayName> name = Optional.empty();
    for (DomainEventMessage<?> message : streams.of(user)) {
      UserEvent event = (UserEvent) message.getPayload();
      email = email(event).map(Erasable::kept).orElse(email);
      name = name(event).map(Erasable::kept).orElse(name);
    }
    Optional<DisplayName> called = name;
    return email.flatMap(address -> called.map(it -> new Holder(address, it)));
  }

  private static Optional<Erasable<EmailAddress>> email(UserEvent event) {
    return switch (event) {
      case UserRegistered it -> Optional.of(it.email());
      case EmailChanged it -> Optional.of(it.email());
      case EmailVerified _,
          DisplayNameChanged _,
          TierChanged _,
          RoleGranted _,
          RoleRevoked _,
          UserSuspended _,
          UserReinstated _ ->
          Optional.empty();
    };
  }

  private static Optional<Erasable<DisplayName>> name(UserEvent event) {
    return switch (event) {
      case UserRegistered it -> Optional.of(it.displayName());
      case DisplayNameChanged it -> Optional.of(it.displayName());
      case EmailVerified _,
          EmailChanged _,
          TierChanged _,
          RoleGranted _,
          RoleRevoked _,
          UserSuspended _,
          UserReinstated _ ->
          Optional.empty();
    };
  }
}
