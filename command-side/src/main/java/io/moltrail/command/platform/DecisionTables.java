package io.moltrail.command.platform;

import io.moltrail.messages.molecule.MoleculeEvent;
import io.moltrail.messages.project.OwnershipTransferred;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.ProjectEvent;
import io.moltrail.messages.user.EmailChanged;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.UserEvent;
import io.moltrail.messages.user.UserRegistered;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * The tables by which commands are decided: claims, rights and guards. They follow from the events
 * alone, are written with them, and can be made anew from the log by the same code.
 */
final class DecisionTables {

  private final Names names;
  private final Structures structures;
  private final Rights rights;
  private final Guards guards;

  DecisionTables(Names names, Structures structures, Rights rights, Guards guards) {
    this.names = names;
    this.structures = structures;
    this.rights = rights;
    this.guards = guards;
  }

  /**
   * @throws io.moltrail.messages.Refusal when somebody else holds a name; @throws
   *     Structures.DuplicateStructures when the project holds a structure already
   */
  void claim(List<? extends DomainEventMessage<?>> events) {
    for (DomainEventMessage<?> event : events) {
      switch (event.getPayload()) {
        case UserRegistered it -> names.claim(it);
        case EmailVerified it -> names.claim(it);
        case EmailChanged it -> names.claim(it);
        case ProjectCreated it -> names.claim(it);
        case OwnershipTransferred it -> names.claim(it);
        default -> {
          // nothing to be unique about, or a structure, which are claimed together
        }
      }
    }
    structures.claim(
        events.stream()
            .map(DomainEventMessage::getPayload)
            .filter(MoleculeEvent.class::isInstance)
            .map(MoleculeEvent.class::cast)
            .toList());
  }

  /**
   * @throws IllegalArgumentException when an event is of no kind that this code knows
   */
  void record(List<? extends DomainEventMessage<?>> events) {
    for (DomainEventMessage<?> event : events) {
      switch (event.getPayload()) {
        case UserEvent it -> rights.record(it, event.getSequenceNumber() + 1);
        case ProjectEvent it -> guards.record(it, event.getSequenceNumber() + 1);
        case MoleculeEvent it -> structures.record(it);
        default ->
            throw new IllegalArgumentException("Event " + event.getIdentifier() + " is not known");
      }
    }
  }
}
