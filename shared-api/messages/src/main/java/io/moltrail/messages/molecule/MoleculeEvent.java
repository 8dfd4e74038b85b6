package io.moltrail.messages.molecule;

import io.moltrail.messages.Event;
import io.moltrail.messages.Id;
import io.moltrail.messages.project.ProjectId;

/** What can have happened to a molecule. */
public sealed interface MoleculeEvent extends Event
    permits MoleculeAdded,
        MoleculeRenamed,
        StructureRevised,
        MoleculeAnnotated,
        AnnotationsRemoved,
        MoleculeArchived,
        MoleculeRestored,
        MoleculeMoved {

  MoleculeId moleculeId();

  /** The project in which the molecule stood at that event. */
  ProjectId projectId();

  @Override
  default Id subject() {
    return projectId();
  }
}
