package io.moltrail.messages.molecule;

import java.util.Map;
import java.util.Optional;

/**
 * A molecule that is about to be registered: checked, computed and numbered.
 *
 * @param reason why this one, where it has a reason of its own
 */
public record NewMolecule(
    MoleculeId moleculeId,
    MoleculeNumber number,
    StructureFacts structure,
    Optional<MoleculeName> name,
    Map<String, Annotation> annotations,
    Optional<String> reason) {

  public NewMolecule {
    annotations = Map.copyOf(annotations);
  }
}
