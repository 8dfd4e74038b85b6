package io.moltrail.command.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.ChangeDisplayName;
import io.moltrail.messages.user.ChangeEmail;
import io.moltrail.messages.user.ChangeStanding;
import io.moltrail.messages.user.ChangeTier;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.DisplayNameChanged;
import io.moltrail.messages.user.EmailChanged;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.GrantRole;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.messages.user.ReinstateUser;
import io.moltrail.messages.user.RevokeRole;
import io.moltrail.messages.user.RoleGranted;
import io.moltrail.messages.user.RoleRevoked;
import io.moltrail.messages.user.SuspendUser;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.TierChanged;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.UserRegistered;
import io.moltrail.messages.user.UserReinstated;
import io.moltrail.messages.user.UserSuspended;
import io.moltrail.messages.user.VerifiedBy;
import io.moltrail.messages.user.VerifyEmail;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** A person's account: opened by anybody for themselves, or by an administrator for others. */
@AggregateRoot(type = "user")
public class User {

  @AggregateIdentifier private String id;
  private boolean verified;
  private boolean suspended;
  private Tier tier = Tier.FREE;
  private Erasable<DisplayName> displayName = Erasable.erased();
  private final Set<SystemRole> roles = EnumSet.noneOf(SystemRole.class);

  @CommandHandler
  public User(RegisterUser command, Actor actor) {
    if (!UserRules.mayGrant(actor) && grantsMoreThanAnybodyHas(command)) {
      throw new Refusal.Forbidden("Only an administrator may open this account.");
    }
    UserRules.staysUser(command.roles().contains(SystemRole.USER));
    apply(
        new UserRegistered(
            command.userId(),
            Erasable.of(command.email()),
            Erasable.of(command.displayName()),
            command.tier(),
            command.roles()));
    if (command.verified()) {
      apply(new EmailVerified(command.userId(), verifiedBy(actor)));
    }
  }

  @CommandHandler
  public void handle(VerifyEmail command, Actor actor) {
    if (actor instanceof Actor.User user && !user.has(SystemRole.ADMIN)) {
      throw new Refusal.Forbidden(
          "An address is verified by its own mail, or by an administrator.");
    }
    if (!verified) {
      apply(new EmailVerified(command.userId(), verifiedBy(actor)));
    }
  }

  @CommandHandler
  public void handle(ChangeEmail command, Actor actor) {
    UserRules.ownMailbox(actor, command.userId());
    apply(new EmailChanged(command.userId(), Erasable.of(command.email())));
  }

  @CommandHandler
  public void handle(ChangeDisplayName command, Actor actor) {
    UserRules.oneself(actor, command.userId());
    DisplayName wanted = command.displayName();
    if (displayName.kept().filter(wanted::equals).isEmpty()) {
      apply(new DisplayNameChanged(command.userId(), Erasable.of(wanted)));
    }
  }

  @CommandHandler
  public void handle(ChangeTier command, Actor actor) {
    UserRules.granting(actor);
    change(command.tier());
  }

  @CommandHandler
  public void handle(GrantRole command, Actor actor) {
    UserRules.granting(actor);
    UserRules.rolesOfAnother(actor, command.userId());
    grant(command.role());
  }

  @CommandHandler
  public void handle(RevokeRole command, Actor actor) {
    UserRules.granting(actor);
    UserRules.rolesOfAnother(actor, command.userId());
    UserRules.staysUser(command.role() != SystemRole.USER);
    revoke(command.role());
  }

  @CommandHandler
  public void handle(ChangeStanding command, Actor actor) {
    UserRules.granting(actor);
    UserRules.rolesOfAnother(actor, command.userId());
    UserRules.staysUser(command.roles().contains(SystemRole.USER));
    command.tier().ifPresent(this::change);
    for (SystemRole role : SystemRole.values()) {
      if (command.roles().contains(role)) {
        grant(role);
      } else {
        revoke(role);
      }
    }
  }

  @CommandHandler
  public void handle(SuspendUser command, Actor actor) {
    UserRules.somebodyElse(UserRules.administrator(actor), command.userId());
    if (!suspended) {
      apply(new UserSuspended(command.userId()));
    }
  }

  @CommandHandler
  public void handle(ReinstateUser command, Actor actor) {
    UserRules.administrator(actor);
    if (suspended) {
      apply(new UserReinstated(command.userId()));
    }
  }

  @EventSourcingHandler
  void on(UserRegistered event) {
    id = event.userId().toString();
    tier = event.tier();
    displayName = event.displayName();
    roles.addAll(event.roles());
  }

  @EventSourcingHandler
  void on(DisplayNameChanged event) {
    displayName = event.displayName();
  }

  @EventSourcingHandler
  void on(EmailVerified event) {
    verified = true;
  }

  @EventSourcingHandler
  void on(TierChanged event) {
    tier = event.tier();
  }

  @EventSourcingHandler
  void on(RoleGranted event) {
    roles.add(event.role());
  }

  @EventSourcingHandler
  void on(RoleRevoked event) {
    roles.remove(event.role());
  }

  @EventSourcingHandler
  void on(UserSuspended event) {
    suspended = true;
  }

  @EventSourcingHandler
  void on(UserReinstated event) {
    suspended = false;
  }

  private void change(Tier wanted) {
    if (tier != wanted) {
      apply(new TierChanged(userId(), wanted));
    }
  }

  private void grant(SystemRole role) {
    if (!roles.contains(role)) {
      apply(new RoleGranted(userId(), role));
    }
  }

  private void revoke(SystemRole role) {
    if (roles.contains(role)) {
      apply(new RoleRevoked(userId(), role));
    }
  }

  private UserId userId() {
    return new UserId(UUID.fromString(id));
  }

  private static VerifiedBy verifiedBy(Actor actor) {
    return switch (actor) {
      case Actor.Anonymous it -> VerifiedBy.MAIL;
      case Actor.User it -> VerifiedBy.ADMINISTRATOR;
      case Actor.Installation it -> VerifiedBy.INSTALLATION;
    };
  }

  private static boolean grantsMoreThanAnybodyHas(RegisterUser command) {
    return command.verified()
        || command.tier() != Tier.FREE
        || !command.roles().equals(Set.of(SystemRole.USER));
  }

  /** For Axon. */
  protected User() {}
}
