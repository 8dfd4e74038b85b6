package io.moltrail.command.account;

import io.moltrail.eventstore.log.EventLog;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.user.UserId;

/** What a reader must have seen to know a user as they are now. */
record NewestEvents(EventLog log) {

  LogPlace of(UserId user) {
    return log.newestOf(user.toString()).orElseThrow();
  }
}
