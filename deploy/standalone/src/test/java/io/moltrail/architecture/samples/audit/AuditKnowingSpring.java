package io.moltrail.architecture.samples.audit;

import org.springframework.context.ApplicationContext;

public interface AuditKnowingSpring {
  ApplicationContext context();
}
