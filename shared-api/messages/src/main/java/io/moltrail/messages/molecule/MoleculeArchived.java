package io.moltrail.messages.molecule;

import io.moltrail.messages.project.ProjectId;

/** A molecule was put aside. It keeps its number and its structure. */
public record MoleculeArchived(MoleculeId moleculeId, ProjectId projectId)
    implements MoleculeEvent {}
