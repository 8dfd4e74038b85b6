package io.moltrail.command.molecule;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moltrail.command.platform.Guards;
import io.moltrail.command.platform.ProjectRules;
import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.NewMolecule;
import io.moltrail.messages.molecule.RenameMolecule;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A molecule of a project, from its registration on. */
@AggregateRoot(type = "molecule")
public class Molecule {

  @AggregateIdentifier private String id;
  private ProjectId project;

  /** Born in its project's command, which has decided that it may be. */
  public Molecule(ProjectId project, NewMolecule molecule) {
    apply(
        new MoleculeAdded(
            molecule.moleculeId(),
            project,
            molecule.number(),
            Erasable.of(molecule.structure()),
            Erasable.of(molecule.name()),
            Erasable.of(molecule.annotations())),
        molecule
            .reason()
            .map(reason -> MetaData.with(MetadataKeys.REASON, reason))
            .orElseGet(MetaData::emptyInstance));
  }

  @CommandHandler
  public void handle(
      RenameMolecule command,
      Actor actor,
      Guards.Guard guard,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    ProjectRules.require(actor, project, MemberRole.EDITOR);
    ProjectRules.reasonGiven(guard.regulated(), reason);
    ProjectRules.notArchived(guard.archived());
    apply(new MoleculeRenamed(command.moleculeId(), project, Erasable.of(command.name())));
  }

  @EventSourcingHandler
  void on(MoleculeAdded event) {
    id = event.moleculeId().toString();
    project = event.projectId();
  }

  /** For Axon. */
  protected Molecule() {}
}
