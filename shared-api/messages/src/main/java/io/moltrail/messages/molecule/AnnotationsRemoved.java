package io.moltrail.messages.molecule;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import io.moltrail.messages.project.ProjectId;
import java.util.Set;

/** A molecule has no annotations under these keys from now on. */
public record AnnotationsRemoved(
    MoleculeId moleculeId,
    ProjectId projectId,
    @ErasedWith(value = "projectId", text = true) Erasable<Set<String>> keys)
    implements MoleculeEvent {}
