package io.moltrail.command.account;

import io.moltrail.messages.user.UserId;
import io.moltrail.web.security.CallerAddress;

/**
 * In which line somebody waits for a hash: each client address has one of its own, and so has each
 * account on whose known devices somebody logs in, and each user who is logged in.
 *
 * @param known whether they have shown before that an account is theirs
 */
record HashLine(String name, boolean known) {

  /** What the installation does for itself. */
  static final HashLine OURSELVES = new HashLine("installation", true);

  static HashLine of(CallerAddress from) {
    return new HashLine("address " + from.key(), false);
  }

  /**
   * Of whoever logs in on a known device: all devices of the account, for each login names one
   * more.
   */
  static HashLine ofAccount(String account) {
    return new HashLine("account " + account, true);
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
