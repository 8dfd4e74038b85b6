package io.moltrail.command.platform;

import io.moltrail.messages.user.UserId;

/** Who sends a command, before anybody has looked up what they may do. */
public sealed interface Author {

  /** Somebody without an account. */
  record Anonymous() implements Author {}

  /** Moltrail itself, at its first start. */
  record Installation() implements Author {}

  /** A user who has shown a valid token. */
  record User(UserId id) implements Author {}
}
