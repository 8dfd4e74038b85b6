package io.moltrail.messages.molecule;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes an annotation away from a molecule. */
public record RemoveAnnotation(@TargetAggregateIdentifier MoleculeId moleculeId, String key)
    implements MoleculeCommand {}
