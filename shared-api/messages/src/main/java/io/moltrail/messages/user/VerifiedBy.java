package io.moltrail.messages.user;

/** How it became known that a mailbox is the user's. */
public enum VerifiedBy {
  /** A link from a mail to it was followed. */
  MAIL,
  /** An administrator answers for it. */
  ADMINISTRATOR,
  /** The installation does: at its first start, or because it asks for no verification. */
  INSTALLATION
}
