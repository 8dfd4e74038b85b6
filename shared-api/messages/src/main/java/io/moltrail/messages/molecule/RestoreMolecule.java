package io.moltrail.messages.molecule;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes an archived molecule out again. */
public record RestoreMolecule(@TargetAggregateIdentifier MoleculeId moleculeId)
    implements MoleculeCommand {}
