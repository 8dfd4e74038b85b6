package io.moltrail.eventstore.log;

import io.moltrail.messages.LogPlace;
import java.time.Instant;

/** Where an event was put; final as soon as the transaction commits. */
public record AppendedEvent(LogPlace place, String aggregateId, long sequenceNumber, Instant at) {}
