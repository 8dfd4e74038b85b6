package io.moltrail.eventstore.log;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * What else is written in the append transaction, in this order: claims, then the engine's key
 * rows, then records (guard, rights, outbox), then the engine's events, then whatever follows from
 * their places.
 */
public interface AppendParticipant {

  /** Claims uniqueness; refuses by throwing. */
  void claim(List<? extends DomainEventMessage<?>> events);

  /** Keeps the tables that decisions read in step with the events. */
  void record(List<? extends DomainEventMessage<?>> events);

  void appended(List<AppendedEvent> events);

  /** For whoever only reads, and for tests of the log alone. */
  AppendParticipant NONE =
      new AppendParticipant() {
        @Override
        public void claim(List<? extends DomainEventMessage<?>> events) {}

        @Override
        public void record(List<? extends DomainEventMessage<?>> events) {}

        @Override
        public void appended(List<AppendedEvent> events) {}
      };
}
