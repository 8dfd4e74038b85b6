package io.moltrail.eventstore.log;

import io.moltrail.messages.LogPlace;
import java.time.Instant;

/** An event as its row holds it: payload and metadata still sealed. */
public record StoredEvent(
    LogPlace place,
    String eventId,
    String aggregateType,
    String aggregateId,
    long sequenceNumber,
    String type,
    String revision,
    String timestamp,
    byte[] payload,
    byte[] metadata) {

  public Instant at() {
    return Instant.parse(timestamp);
  }
}
