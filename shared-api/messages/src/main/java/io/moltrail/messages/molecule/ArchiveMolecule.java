package io.moltrail.messages.molecule;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts a molecule aside, as it is, until it is restored. */
public record ArchiveMolecule(@TargetAggregateIdentifier MoleculeId moleculeId)
    implements MoleculeCommand {}
