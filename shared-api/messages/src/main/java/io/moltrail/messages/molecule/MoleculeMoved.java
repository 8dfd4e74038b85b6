package io.moltrail.messages.molecule;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import io.moltrail.messages.project.ProjectId;
import java.util.Map;
import java.util.Optional;

/**
 * A molecule stands in another project from now on. All that is confidential about it is said
 * again, so that it is erased with the project in which it stands and not with the one that it
 * left; annotations, as ever after a single edit, so that they can also be erased alone.
 *
 * @param number in the project to which it went
 */
public record MoleculeMoved(
    MoleculeId moleculeId,
    ProjectId from,
    ProjectId to,
    MoleculeNumber number,
    @ErasedWith("to") Erasable<StructureFacts> structure,
    @ErasedWith("to") Erasable<Optional<MoleculeName>> name,
    @ErasedWith(value = "to", text = true) Erasable<Map<String, Annotation>> annotations)
    implements MoleculeEvent {

  @Override
  public ProjectId projectId() {
    return to;
  }
}
