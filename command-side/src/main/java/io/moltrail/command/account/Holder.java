package io.moltrail.command.account;

import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;

/** The person behind an account, as their events say now. */
record Holder(EmailAddress email, DisplayName displayName) {

  @Override
  public String toString() {
    return "(a holder)";
  }
}
