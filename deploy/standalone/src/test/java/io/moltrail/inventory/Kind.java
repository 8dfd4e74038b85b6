package io.moltrail.inventory;

/** A kind of place where values stand; each has a file of its own in {@code deploy/inventory}. */
enum Kind {
  EVENT_FIELD("event-fields"),
  METADATA_KEY("metadata-keys"),
  COMMAND_FIELD("command-fields"),
  COLUMN("columns"),
  REDIS_KEY("redis-keys"),
  LOG_FIELD("log-fields"),
  LOG_CONTEXT("log-context"),
  TERMINAL("terminal"),
  METRIC_LABEL("metric-labels");

  private final String stem;

  Kind(String stem) {
    this.stem = stem;
  }

  String file() {
    return stem + ".tsv";
  }
}
