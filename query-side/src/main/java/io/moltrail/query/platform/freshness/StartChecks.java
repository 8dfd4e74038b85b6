package io.moltrail.query.platform.freshness;

import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.StartGuard;
import io.moltrail.messages.LogPlace;
import io.moltrail.query.platform.database.LiveView;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.database.SchemaCheck;
import io.moltrail.query.platform.database.Tokens;

/** What must be true of the databases before anything is answered from them. */
record StartChecks(
    SchemaCheck schemas, StartGuard guard, DataKeys keys, EventLog log, LiveView live) {

  /**
   * @return the schema that is live
   * @throws RuntimeException one that {@link StartRefusedAnalyzer} knows
   */
  ReadSchema pass() {
    schemas.await();
    guard.check();
    keys.requireOwnWrapping();
    live.refresh();
    ReadSchema schema = live.current();
    requireSameLog(schema);
    return schema;
  }

  /**
   * Rows of a log that has gone another way since would be lies; they must be rebuilt (DESIGN §3).
   */
  private void requireSameLog(ReadSchema schema) {
    LogPlace place = Tokens.stored(schema).orElse(null);
    if (place != null && !log.holds(place)) {
      throw new OtherLogException(schema.name());
    }
  }

  /** The read tables tell of events that the log does not hold. */
  static final class OtherLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OtherLogException(String schema) {
      super(
          "The read tables of %s were made from events that the log no longer holds: it was restored. Rebuild them."
              .formatted(schema));
    }
  }
}
