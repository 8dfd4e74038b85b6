package io.moltrail.messages.molecule;

import io.moltrail.messages.project.ProjectId;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes a molecule to another project, where it gets another number.
 *
 * @param to where it is to stand
 * @param number drawn in the project to which it goes
 * @param structure what the molecule's own text means by the rule of the project to which it goes,
 *     where that has another rule than the one that it leaves
 */
public record MoveMolecule(
    @TargetAggregateIdentifier MoleculeId moleculeId,
    ProjectId to,
    MoleculeNumber number,
    Optional<StructureFacts> structure)
    implements MoleculeCommand {}
