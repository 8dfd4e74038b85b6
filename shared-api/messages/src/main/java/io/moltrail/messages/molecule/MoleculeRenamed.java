package io.moltrail.messages.molecule;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import io.moltrail.messages.project.ProjectId;
import java.util.Optional;

/** A molecule has another name, or none, from now on. */
public record MoleculeRenamed(
    MoleculeId moleculeId,
    ProjectId projectId,
    @ErasedWith("projectId") Erasable<Optional<MoleculeName>> name)
    implements MoleculeEvent {}
