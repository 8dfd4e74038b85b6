package io.moltrail.command.molecule;

import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Guards.Guard;
import io.moltrail.command.platform.ProjectRules;
import io.moltrail.command.platform.Receipt;
import io.moltrail.command.platform.Structures;
import io.moltrail.command.platform.Structures.DuplicateStructures;
import io.moltrail.command.platform.Structures.Existing;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.ReviseStructure;
import io.moltrail.messages.molecule.StructureFacts;
import java.util.List;

/**
 * Gives a molecule another structure. The chemistry is done before the command's transaction
 * begins; what it was done for, the version that the author has read says for certain.
 */
final class Revisions {

  private final StructureDesk desk;
  private final Structures structures;
  private final KnownMolecules molecules;
  private final Commands commands;

  Revisions(
      StructureDesk desk, Structures structures, KnownMolecules molecules, Commands commands) {
    this.desk = desk;
    this.structures = structures;
    this.molecules = molecules;
    this.commands = commands;
  }

  /**
   * @param guard of the project in which the molecule was found
   * @param context with the version that was read
   * @throws Refusal in the order of API §1: version, state, structure, duplicate
   */
  Revised revise(Guard guard, MoleculeId molecule, String smiles, CommandContext context) {
    long expected = context.expectedVersion().orElseThrow();
    KnownMolecule now = molecules.asRead(molecule, expected);
    now.requireIn(guard.project());
    ProjectRules.notArchived(guard.archived());
    MoleculeRules.notArchived(now.archived());
    StructureFacts structure = desk.read(smiles, guard.tautomers());
    Existing holder =
        structures.find(guard.project(), List.of(structure)).get(structure.identity());
    if (holder != null && !holder.id().equals(molecule)) {
      throw MoleculeRegistration.duplicate(holder);
    }
    Receipt receipt = send(new ReviseStructure(molecule, structure), context);
    return new Revised(molecules.at(molecule, receipt.version(molecule).orElse(expected)), receipt);
  }

  private Receipt send(ReviseStructure command, CommandContext context) {
    try {
      return commands.send(command, context);
    } catch (DuplicateStructures e) {
      throw MoleculeRegistration.duplicate(e.duplicates().get(command.moleculeId()));
    }
  }

  /** The molecule from now on, and what its revision left in the log. */
  record Revised(KnownMolecule molecule, Receipt receipt) {}
}
