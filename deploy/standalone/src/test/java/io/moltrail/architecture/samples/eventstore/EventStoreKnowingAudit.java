package io.moltrail.architecture.samples.eventstore;

import io.moltrail.architecture.samples.audit.AuditKnowingSpring;

public interface EventStoreKnowingAudit {
  AuditKnowingSpring audit();
}
