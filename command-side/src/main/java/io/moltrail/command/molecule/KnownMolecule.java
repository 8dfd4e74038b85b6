package io.moltrail.command.molecule;

import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeEvent;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeMoved;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.MoleculeRestored;
import io.moltrail.messages.project.ProjectId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/** A molecule as its events tell it, for who must look before a command or show what it left. */
record KnownMolecule(
    MoleculeId id,
    ProjectId project,
    MoleculeNumber number,
    Contents contents,
    boolean archived,
    Act created,
    Act updated,
    long version) {

  static KnownMolecule after(@Nullable KnownMolecule before, DomainEventMessage<?> message) {
    Act act = Act.of(message);
    if (message.getPayload() instanceof MoleculeAdded added) {
      return new KnownMolecule(
          added.moleculeId(),
          added.projectId(),
          added.number(),
          Contents.of(added),
          false,
          act,
          act,
          1);
    }
    if (before == null) {
      throw new IllegalStateException("The log has an event of a molecule that was never added");
    }
    return before.after((MoleculeEvent) message.getPayload(), act);
  }

  private KnownMolecule after(MoleculeEvent event, Act act) {
    return new KnownMolecule(
        id,
        event.projectId(),
        event instanceof MoleculeMoved moved ? moved.number() : number,
        contents.after(event),
        archivedAfter(event),
        created,
        act,
        version + 1);
  }

  private boolean archivedAfter(MoleculeEvent event) {
    return switch (event) {
      case MoleculeArchived it -> true;
      case MoleculeRestored it -> false;
      default -> archived;
    };
  }

  /**
   * @throws Refusal.StaleVersion when it has been moved to another project since it was found there
   */
  void requireIn(ProjectId found) {
    if (!project.equals(found)) {
      throw new Refusal.StaleVersion();
    }
  }

  /** When something was done, and whose pseudonym did it. */
  record Act(Instant at, String by) {

    private static Act of(DomainEventMessage<?> message) {
      return new Act(
          message.getTimestamp().truncatedTo(ChronoUnit.MICROS),
          String.valueOf(message.getMetaData().get(MetadataKeys.ACTOR)));
    }
  }
}
