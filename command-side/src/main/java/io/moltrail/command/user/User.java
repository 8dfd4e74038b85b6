package io.moltrail.command.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.ChangeDisplayName;
import io.moltrail.messages.user.DisplayNameChanged;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.messages.user.ReinstateUser;
import io.moltrail.messages.user.SuspendUser;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserRegistered;
import io.moltrail.messages.user.UserReinstated;
import io.moltrail.messages.user.UserSuspended;
import io.moltrail.messages.user.VerifiedBy;
import io.moltrail.messages.user.VerifyEmail;
import java.util.Set;
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

  @CommandHandler
  public User(RegisterUser command, Actor actor) {
    if (!mayGrant(actor) && grantsMoreThanAnybodyHas(command)) {
      throw new Refusal.Forbidden("Only an administrator may open this account.");
    }
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
  public void handle(ChangeDisplayName command, Actor actor) {
    UserRules.oneself(actor, command.userId());
    apply(new DisplayNameChanged(command.userId(), Erasable.of(command.displayName())));
  }

  @CommandHandler
  public void handle(SuspendUser command, Actor actor) {
    UserRules.administrator(actor);
    UserRules.somebodyElse(actor, command.userId());
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
  }

  @EventSourcingHandler
  void on(EmailVerified event) {
    verified = true;
  }

  @EventSourcingHandler
  void on(UserSuspended event) {
    suspended = true;
  }

  @EventSourcingHandler
  void on(UserReinstated event) {
    suspended = false;
  }

  private static boolean mayGrant(Actor actor) {
    return switch (actor) {
      case Actor.Installation it -> true;
      case Actor.User user -> user.has(SystemRole.ADMIN);
      case Actor.Anonymous it -> false;
    };
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
