package io.moltrail.eventstore.log;

/** An event that is ready to be appended; the log adds its place. */
record SealedEvent(
    String eventId,
    String aggregateType,
    String aggregateId,
    long sequenceNumber,
    String type,
    String revision,
    String timestamp,
    byte[] payload,
    byte[] metadata) {}
