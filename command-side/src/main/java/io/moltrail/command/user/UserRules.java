package io.moltrail.command.user;

import io.moltrail.messages.Actor;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.UserId;

/** The rules about who may change what about a user. */
final class UserRules {

  private UserRules() {}

  static void administrator(Actor actor) {
    if (!(actor instanceof Actor.User it && it.has(SystemRole.ADMIN))) {
      throw new Refusal.Forbidden("Only an administrator shuts users out and lets them in again.");
    }
  }

  /**
   * Nobody shuts themselves out. So one administrator always remains, for whoever suspends another
   * is active and stays so until the decision stands: they hold their own lock.
   */
  static void somebodyElse(Actor actor, UserId user) {
    if (actor instanceof Actor.User it && it.id().equals(user)) {
      throw new Refusal.Conflict(
          "self-suspension", "You cannot suspend yourself; another administrator can.");
    }
  }

  /** What people are called is theirs to say. */
  static void oneself(Actor actor, UserId user) {
    if (!(actor instanceof Actor.User it && it.id().equals(user))) {
      throw new Refusal.Forbidden("Only the user says what they want to be called.");
    }
  }
}
