package io.moltrail.messages.molecule;

import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Adds these annotations to a molecule, in place of those under the same keys. */
public record AnnotateMolecule(
    @TargetAggregateIdentifier MoleculeId moleculeId, Map<String, Annotation> annotations)
    implements MoleculeCommand {

  public AnnotateMolecule {
    annotations = Map.copyOf(annotations);
  }
}
