package io.moltrail.messages.molecule;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import io.moltrail.messages.project.ProjectId;
import java.util.Map;
import java.util.Optional;

/** A molecule was registered in a project. */
public record MoleculeAdded(
    MoleculeId moleculeId,
    ProjectId projectId,
    MoleculeNumber number,
    @ErasedWith("projectId") Erasable<StructureFacts> structure,
    @ErasedWith("projectId") Erasable<Optional<MoleculeName>> name,
    @ErasedWith("projectId") Erasable<Map<String, Annotation>> annotations)
    implements MoleculeEvent {}
