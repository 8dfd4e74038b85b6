package io.moltrail.messages.molecule;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Several changes at once, so that either all are carried out or none.
 *
 * @param name empty when it stays; an empty name takes the name away
 * @param annotations to add, in place of those under the same keys
 * @param removed keys of annotations to take away, others than the added ones
 */
public record EditMolecule(
    @TargetAggregateIdentifier MoleculeId moleculeId,
    Optional<Optional<MoleculeName>> name,
    Map<String, Annotation> annotations,
    Set<String> removed)
    implements MoleculeCommand {

  public EditMolecule {
    annotations = Map.copyOf(annotations);
    removed = Set.copyOf(removed);
  }
}
