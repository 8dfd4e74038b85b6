package io.moltrail.messages.molecule;

import io.moltrail.messages.Command;

/** What can be asked of a molecule. */
public sealed interface MoleculeCommand extends Command
    permits RenameMolecule,
        AnnotateMolecule,
        RemoveAnnotation,
        EditMolecule,
        ReviseStructure,
        ArchiveMolecule,
        RestoreMolecule,
        MoveMolecule {

  MoleculeId moleculeId();
}
