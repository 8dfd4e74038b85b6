package io.moltrail.messages.molecule;

import io.moltrail.messages.project.ProjectId;

/** An archived molecule was taken out again. */
public record MoleculeRestored(MoleculeId moleculeId, ProjectId projectId)
    implements MoleculeEvent {}
