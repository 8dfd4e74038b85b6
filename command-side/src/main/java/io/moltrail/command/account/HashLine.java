package io.moltrail.command.account;

import io.moltrail.messages.user.UserId;
import io.moltrail.web.security.CallerAddress;

/**
 * In which line somebody waits for a hash: each client address has one of its own, and so has each
 * device and each user that has shown before that an account is theirs.
 *
 * @param known whether it is such a device or user
 */
record HashLine(String name, boolean known) {

  /** What the installation does for itself. */
  static final HashLine OURSELVES = new HashLine("installation", true);

  static HashLine of(CallerAddress from) {
    return new HashLine("address " + from.key(), false);
  }

  static HashLine ofDevice(String device) {
    return new HashLine("device " + device, true);
  }

  /** Of somebody who is logged in. */
  static HashLine of(UserId user) {
    return new HashLine(user.subject(), true);
  }

  @Override
  public String toString() {
    return "(a line)";
  }
}
