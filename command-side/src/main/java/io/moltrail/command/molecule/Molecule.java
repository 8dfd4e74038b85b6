package io.moltrail.command.molecule;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moltrail.command.platform.Guards;
import io.moltrail.command.platform.ProjectRules;
import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.molecule.AnnotateMolecule;
import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.AnnotationsRemoved;
import io.moltrail.messages.molecule.ArchiveMolecule;
import io.moltrail.messages.molecule.EditMolecule;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeAnnotated;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeEvent;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeMoved;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.MoleculeRestored;
import io.moltrail.messages.molecule.MoveMolecule;
import io.moltrail.messages.molecule.NewMolecule;
import io.moltrail.messages.molecule.RemoveAnnotation;
import io.moltrail.messages.molecule.RenameMolecule;
import io.moltrail.messages.molecule.RestoreMolecule;
import io.moltrail.messages.molecule.ReviseStructure;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.molecule.StructureRevised;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
  private boolean archived;
  private Contents contents;

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
    mayEdit(actor, guard, reason);
    rename(command.name());
  }

  @CommandHandler
  public void handle(
      AnnotateMolecule command,
      Actor actor,
      Guards.Guard guard,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    mayEdit(actor, guard, reason);
    annotate(command.annotations(), Set.of());
  }

  @CommandHandler
  public void handle(
      RemoveAnnotation command,
      Actor actor,
      Guards.Guard guard,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    mayEdit(actor, guard, reason);
    annotate(Map.of(), Set.of(command.key()));
  }

  @CommandHandler
  public void handle(
      EditMolecule command,
      Actor actor,
      Guards.Guard guard,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    mayEdit(actor, guard, reason);
    annotate(command.annotations(), command.removed());
    command.name().ifPresent(this::rename);
  }

  /** The same structure again is a new spelling; the same text for it again changes nothing. */
  @CommandHandler
  public void handle(
      ReviseStructure command,
      Actor actor,
      Guards.Guard guard,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    mayEdit(actor, guard, reason);
    if (!contents.show(command.structure())) {
      apply(new StructureRevised(command.moleculeId(), project, Erasable.of(command.structure())));
    }
  }

  @CommandHandler
  public void handle(
      ArchiveMolecule command,
      Actor actor,
      Guards.Guard guard,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    mayChange(actor, guard, reason);
    if (!archived) {
      apply(new MoleculeArchived(command.moleculeId(), project));
    }
  }

  @CommandHandler
  public void handle(
      RestoreMolecule command,
      Actor actor,
      Guards.Guard guard,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    mayChange(actor, guard, reason);
    if (archived) {
      apply(new MoleculeRestored(command.moleculeId(), project));
    }
  }

  /** What it is called, and what is said about it, goes with it. */
  @CommandHandler
  public void handle(
      MoveMolecule command,
      Actor actor,
      Guards.Found guards,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    ProjectRules.require(actor, project, MemberRole.EDITOR);
    ProjectRules.require(actor, command.to(), MemberRole.EDITOR);
    Guards.Guard from = guards.of(project);
    Guards.Guard to = guards.of(command.to());
    MoleculeRules.mayMove(from, to, archived, reason);
    if (!project.equals(command.to())) {
      StructureFacts structure =
          MoleculeRules.structureIn(
              to, from, Contents.kept(contents.structure()), command.structure());
      apply(
          new MoleculeMoved(
              command.moleculeId(),
              project,
              command.to(),
              command.number(),
              Erasable.of(structure),
              Erasable.of(Contents.kept(contents.name())),
              Erasable.of(contents.remarks().byKey())));
    }
  }

  @EventSourcingHandler
  void on(MoleculeAdded event) {
    id = event.moleculeId().toString();
    project = event.projectId();
    contents = Contents.of(event);
  }

  /** Whatever has no handler of its own. */
  @EventSourcingHandler
  void on(MoleculeEvent event) {
    contents = contents.after(event);
  }

  @EventSourcingHandler
  void on(MoleculeMoved event) {
    project = event.to();
    contents = contents.after(event);
  }

  @EventSourcingHandler
  void on(MoleculeArchived event) {
    archived = true;
  }

  @EventSourcingHandler
  void on(MoleculeRestored event) {
    archived = false;
  }

  private void mayChange(Actor actor, Guards.Guard guard, @Nullable String reason) {
    ProjectRules.require(actor, project, MemberRole.EDITOR);
    ProjectRules.reasonGiven(guard.regulated(), reason);
    ProjectRules.notArchived(guard.archived());
  }

  private void mayEdit(Actor actor, Guards.Guard guard, @Nullable String reason) {
    mayChange(actor, guard, reason);
    MoleculeRules.notArchived(archived);
  }

  private void rename(Optional<MoleculeName> name) {
    if (!contents.isCalled(name)) {
      apply(new MoleculeRenamed(moleculeId(), project, Erasable.of(name)));
    }
  }

  private void annotate(Map<String, Annotation> wanted, Set<String> unwanted) {
    Annotations annotations = contents.remarks();
    MoleculeRules.notOverAnnotated(annotations.sizeAfter(wanted, unwanted));
    Set<String> removed = annotations.present(unwanted);
    Map<String, Annotation> changed = annotations.changes(wanted);
    if (!removed.isEmpty()) {
      apply(new AnnotationsRemoved(moleculeId(), project, Erasable.of(removed)));
    }
    if (!changed.isEmpty()) {
      apply(new MoleculeAnnotated(moleculeId(), project, Erasable.of(changed)));
    }
  }

  private MoleculeId moleculeId() {
    return new MoleculeId(UUID.fromString(id));
  }

  /** For Axon. */
  protected Molecule() {}
}
