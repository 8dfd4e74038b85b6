package io.moltrail.standalone;

import io.moltrail.eventstore.log.LogListener;
import io.moltrail.eventstore.log.PostgresEventStore;

/** Tells the query side's listener of each local commit. */
final class ShortCut {

  ShortCut(PostgresEventStore store, LogListener listener) {
    store.afterEachCommit(listener::committed);
  }
}
