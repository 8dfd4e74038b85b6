package io.moltrail.query.users;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.DisplayNameChanged;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.EmailChanged;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.RoleGranted;
import io.moltrail.messages.user.RoleRevoked;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.TierChanged;
import io.moltrail.messages.user.UserEvent;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.UserRegistered;
import io.moltrail.messages.user.UserReinstated;
import io.moltrail.messages.user.UserSuspended;
import io.moltrail.query.platform.projection.Evolution;
import io.moltrail.query.platform.projection.Recorded;
import io.moltrail.query.platform.projection.View;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user as readers see them.
 *
 * @param email null once erased
 * @param displayName null once erased
 */
public record UserView(
    UserId id,
    @Nullable String email,
    @Nullable String displayName,
    Tier tier,
    Set<SystemRole> roles,
    boolean verified,
    boolean suspended,
    Instant createdAt,
    long version)
    implements View {

  public UserView {
    roles = Set.copyOf(roles);
  }

  public static UserView evolve(@Nullable UserView before, UserEvent event, Recorded recorded) {
    return switch (event) {
      case UserRegistered it -> registered(it, recorded);
      case EmailVerified it -> Evolution.existing(before).verified(recorded);
      case EmailChanged it -> Evolution.existing(before).at(it, recorded);
      case DisplayNameChanged it -> Evolution.existing(before).called(it, recorded);
      case TierChanged it -> {
        UserView user = Evolution.existing(before);
        yield user.standing(it.tier(), user.roles(), recorded);
      }
      case RoleGranted it -> Evolution.existing(before).granted(it.role(), recorded);
      case RoleRevoked it -> Evolution.existing(before).revoked(it.role(), recorded);
      case UserSuspended it -> Evolution.existing(before).suspended(true, recorded);
      case UserReinstated it -> Evolution.existing(before).suspended(false, recorded);
    };
  }

  private static UserView registered(UserRegistered event, Recorded recorded) {
    return new UserView(
        event.userId(),
        address(event.email()),
        text(event.displayName()),
        event.tier(),
        event.roles(),
        false,
        false,
        recorded.at(),
        recorded.version());
  }

  private UserView called(DisplayNameChanged event, Recorded recorded) {
    return new UserView(
        id,
        email,
        text(event.displayName()),
        tier,
        roles,
        verified,
        suspended,
        createdAt,
        recorded.version());
  }

  private UserView granted(SystemRole role, Recorded recorded) {
    Set<SystemRole> more = new HashSet<>(roles);
    more.add(role);
    return standing(tier, more, recorded);
  }

  private UserView revoked(SystemRole role, Recorded recorded) {
    Set<SystemRole> fewer = new HashSet<>(roles);
    fewer.remove(role);
    return standing(tier, fewer, recorded);
  }

  private UserView standing(Tier newTier, Set<SystemRole> newRoles, Recorded recorded) {
    return new UserView(
        id,
        email,
        displayName,
        newTier,
        newRoles,
        verified,
        suspended,
        createdAt,
        recorded.version());
  }

  private UserView at(EmailChanged event, Recorded recorded) {
    return new UserView(
        id,
        address(event.email()),
        displayName,
        tier,
        roles,
        verified,
        suspended,
        createdAt,
        recorded.version());
  }

  private static @Nullable String address(Erasable<EmailAddress> email) {
    return email.kept().map(EmailAddress::value).orElse(null);
  }

  private UserView suspended(boolean now, Recorded recorded) {
    return new UserView(
        id, email, displayName, tier, roles, verified, now, createdAt, recorded.version());
  }

  private static @Nullable String text(Erasable<DisplayName> name) {
    return name.kept().map(DisplayName::value).orElse(null);
  }

  private UserView verified(Recorded recorded) {
    return new UserView(
        id, email, displayName, tier, roles, true, suspended, createdAt, recorded.version());
  }
}
