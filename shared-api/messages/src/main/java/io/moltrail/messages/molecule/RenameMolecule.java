package io.moltrail.messages.molecule;

import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Calls a molecule something else, or takes its name away. */
public record RenameMolecule(
    @TargetAggregateIdentifier MoleculeId moleculeId, Optional<MoleculeName> name)
    implements MoleculeCommand {}
