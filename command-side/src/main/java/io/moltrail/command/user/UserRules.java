package io.moltrail.command.user;

import io.moltrail.messages.Actor;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.UserId;
import java.util.List;

/**
 * The rules about who may change what about a user, said once for the aggregate and for the look
 * before it.
 */
public final class UserRules {

  private UserRules() {}

  static Actor.User administrator(Actor actor) {
    if (actor instanceof Actor.User it && it.has(SystemRole.ADMIN)) {
      return it;
    }
    throw new Refusal.Forbidden("Only an administrator shuts users out and lets them in again.");
  }

  /**
   * Nobody shuts themselves out. So one administrator always remains, for whoever suspends another
   * is active and stays so until the decision stands: they hold their own lock.
   */
  static void somebodyElse(Actor.User actor, UserId user) {
    if (actor.id().equals(user)) {
      throw new Refusal.Conflict(
          "self-suspension", "You cannot suspend yourself; another administrator can.");
    }
  }

  static boolean mayGrant(Actor actor) {
    return switch (actor) {
      case Actor.Installation it -> true;
      case Actor.User user -> user.has(SystemRole.ADMIN);
      case Actor.Anonymous it -> false;
    };
  }

  static void granting(Actor actor) {
    if (!mayGrant(actor)) {
      throw new Refusal.Forbidden("Only an administrator changes tiers and roles.");
    }
  }

  static void rolesOfAnother(Actor actor, UserId user) {
    if (actor instanceof Actor.User it) {
      rolesOfAnother(it.id(), user);
    }
  }

  /**
   * Nobody promotes themselves, and nobody locks themselves out: as with {@link #somebodyElse}, one
   * administrator always remains.
   *
   * @throws Refusal.Forbidden when they are the same
   */
  public static void rolesOfAnother(UserId actor, UserId user) {
    if (actor.equals(user)) {
      throw new Refusal.Forbidden(
          "Nobody changes their own roles; another administrator can change yours.");
    }
  }

  /**
   * Everybody who has an account is a user; shutting them out is a suspension.
   *
   * @throws Refusal.Invalid when they are not to be one
   */
  public static void staysUser(boolean stays) {
    if (!stays) {
      String detail = "Everybody has the role USER; who is to be shut out is suspended.";
      throw new Refusal.Invalid(
          "invalid-request",
          detail,
          List.of(new Refusal.Fault("/roles", "user-role-needed", detail)));
    }
  }

  /** What people are called is theirs to say. */
  static void oneself(Actor actor, UserId user) {
    if (!isOneself(actor, user)) {
      throw new Refusal.Forbidden("Only the user says what they want to be called.");
    }
  }

  /** Whoever gives an account another address could take it over. */
  static void ownMailbox(Actor actor, UserId user) {
    if (!isOneself(actor, user)) {
      throw new Refusal.Forbidden("Only the user gives their account another address.");
    }
  }

  private static boolean isOneself(Actor actor, UserId user) {
    return actor instanceof Actor.User it && it.id().equals(user);
  }
}
