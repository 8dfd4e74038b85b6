package io.moltrail.command.user;

import io.moltrail.messages.Actor;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.UserId;

/** The rules about who may change what about a user. */
final class UserRules {

  private UserRules() {}

  /** What people are called is theirs to say. */
  static void oneself(Actor actor, UserId user) {
    if (!(actor instanceof Actor.User it && it.id().equals(user))) {
      throw new Refusal.Forbidden("Only the user says what they want to be called.");
    }
  }
}
