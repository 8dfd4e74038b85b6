package io.moltrail.architecture.samples.audit;

import io.moltrail.architecture.samples.messages.MutableEvent;

public interface AuditKnowingMessages {
  MutableEvent event();
}
