package io.moltrail.messages.project;

import io.moltrail.messages.molecule.NewMolecule;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Registers one molecule in the project. */
public record AddMolecule(@TargetAggregateIdentifier ProjectId projectId, NewMolecule molecule)
    implements ProjectCommand {}
