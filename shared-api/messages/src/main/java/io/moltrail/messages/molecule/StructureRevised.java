package io.moltrail.messages.molecule;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import io.moltrail.messages.project.ProjectId;

/**
 * A molecule has another structure, or another spelling of the same, from now on. Its number stays.
 */
public record StructureRevised(
    MoleculeId moleculeId,
    ProjectId projectId,
    @ErasedWith("projectId") Erasable<StructureFacts> structure)
    implements MoleculeEvent {}
