package io.moltrail.command.account;

/** What came of presenting a refresh token. */
sealed interface Rotation {

  /** It was good and is spent now; the next one takes its place. */
  record Rotated(Session session, OpaqueToken next) implements Rotation {}

  /**
   * It had been spent before: two parties hold it, and one of them stole it. The session has to
   * end.
   */
  record Reused(Session session) implements Rotation {}

  /** It is unknown, too old, or of a session that has ended. */
  record Refused() implements Rotation {}
}
