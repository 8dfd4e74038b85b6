package io.moltrail.messages.molecule;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says what a molecule really is, or spells it anew.
 *
 * @param structure computed by the rule of the project in which the molecule stands
 */
public record ReviseStructure(
    @TargetAggregateIdentifier MoleculeId moleculeId, StructureFacts structure)
    implements MoleculeCommand {}
