package io.moltrail.command.platform;

import io.moltrail.eventstore.log.AppendParticipant;
import io.moltrail.eventstore.log.AppendedEvent;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.ProjectEvent;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.UserEvent;
import io.moltrail.messages.user.UserRegistered;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * All that the command side writes with the events, derived from them and therefore rebuildable
 * from the log.
 */
final class AppendTransaction implements AppendParticipant {

  private final Names names;
  private final Structures structures;
  private final Rights rights;
  private final Guards guards;

  AppendTransaction(Names names, Structures structures, Rights rights, Guards guards) {
    this.names = names;
    this.structures = structures;
    this.rights = rights;
    this.guards = guards;
  }

  @Override
  public void claim(List<? extends DomainEventMessage<?>> events) {
    for (DomainEventMessage<?> event : events) {
      switch (event.getPayload()) {
        case UserRegistered it -> names.claim(it);
        case EmailVerified it -> names.claim(it);
        case ProjectCreated it -> names.claim(it);
        default -> {
          // nothing to be unique about, or a structure, which are claimed together
        }
      }
    }
    structures.claim(
        events.stream()
            .map(DomainEventMessage::getPayload)
            .filter(MoleculeAdded.class::isInstance)
            .map(MoleculeAdded.class::cast)
            .toList());
  }

  @Override
  public void record(List<? extends DomainEventMessage<?>> events) {
    for (DomainEventMessage<?> event : events) {
      switch (event.getPayload()) {
        case UserEvent it -> rights.record(it);
        case ProjectEvent it -> guards.record(it, event.getSequenceNumber() + 1);
        default -> {
          // molecules change neither rights nor guards
        }
      }
    }
    Commands.CONTEXT.get().alongside().run();
  }

  @Override
  public void appended(List<AppendedEvent> events) {
    Commands.RECEIPT.get().add(events);
  }
}
