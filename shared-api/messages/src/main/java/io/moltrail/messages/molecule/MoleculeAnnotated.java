package io.moltrail.messages.molecule;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import io.moltrail.messages.project.ProjectId;
import java.util.Map;

/**
 * Annotations of a molecule are these from now on; those under other keys stay as they are. Keys
 * are as confidential as values.
 */
public record MoleculeAnnotated(
    MoleculeId moleculeId,
    ProjectId projectId,
    @ErasedWith(value = "projectId", text = true) Erasable<Map<String, Annotation>> annotations)
    implements MoleculeEvent {}
