package io.moltrail.command.molecule;

import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Guards.Guard;
import io.moltrail.command.platform.Receipt;
import io.moltrail.command.platform.Structures;
import io.moltrail.command.platform.Structures.DuplicateStructures;
import io.moltrail.command.platform.Structures.Existing;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.MoveMolecule;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.web.problems.ServiceUnavailable;
import java.util.List;
import java.util.Optional;

/**
 * Takes a molecule to another project: first what its text means there, then a number, then the
 * command. Its place in the project that it leaves is free once it has left.
 */
final class Moves {

  private final StructureDesk desk;
  private final Structures structures;
  private final Numbers numbers;
  private final KnownMolecules molecules;
  private final Commands commands;

  Moves(
      StructureDesk desk,
      Structures structures,
      Numbers numbers,
      KnownMolecules molecules,
      Commands commands) {
    this.desk = desk;
    this.structures = structures;
    this.numbers = numbers;
    this.molecules = molecules;
    this.commands = commands;
  }

  /**
   * @param from the project in which the molecule was found
   * @param context with the version that was read
   * @return an empty receipt when it stands there already
   * @throws Refusal in the order of API §1: version, state, structure, duplicate, quota
   */
  Receipt move(MoleculeId molecule, Guard from, Guard to, CommandContext context) {
    KnownMolecule now = molecules.asRead(molecule, context.expectedVersion().orElseThrow());
    now.requireIn(from.project());
    MoleculeRules.mayMove(from, to, now.archived(), context.reason().orElse(null));
    if (from.project().equals(to.project())) {
      return new Receipt();
    }
    StructureFacts own = Contents.kept(now.contents().structure());
    Optional<StructureFacts> anew =
        to.tautomers() == from.tautomers()
            ? Optional.empty()
            : Optional.of(desk.read(own.submitted(), to.tautomers()));
    requireFree(to, anew.orElse(own));
    Numbers.Block block = numbers.reserve(to.project(), 1);
    if (block.size() == 0) {
      throw MoleculeRegistration.quotaExceeded();
    }
    MoleculeNumber number = MoleculeNumber.of(to.code(), block.first());
    Receipt receipt = send(new MoveMolecule(molecule, to.project(), number, anew), context);
    numbers.giveBack(from.project(), 1);
    return receipt;
  }

  private void requireFree(Guard to, StructureFacts structure) {
    Existing holder = structures.find(to.project(), List.of(structure)).get(structure.identity());
    if (holder != null) {
      throw MoleculeRegistration.duplicate(holder);
    }
  }

  /** Room is given back only when it is certain that nothing came. */
  private Receipt send(MoveMolecule command, CommandContext context) {
    try {
      return commands.send(command, context);
    } catch (DuplicateStructures e) {
      numbers.giveBack(command.to(), 1);
      throw MoleculeRegistration.duplicate(e.duplicates().get(command.moleculeId()));
    } catch (Refusal | ServiceUnavailable e) {
      numbers.giveBack(command.to(), 1);
      throw e;
    }
  }
}
