package io.moltrail.command.molecule;

import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Guards.Guard;
import io.moltrail.command.platform.Ids;
import io.moltrail.command.platform.ProjectRules;
import io.moltrail.command.platform.Receipt;
import io.moltrail.command.platform.Structures;
import io.moltrail.command.platform.Structures.DuplicateStructures;
import io.moltrail.command.platform.Structures.Existing;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.NewMolecule;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.project.AddMolecule;
import io.moltrail.web.problems.ServiceUnavailable;
import java.util.List;
import java.util.Map;

/**
 * Registers one molecule: chemistry first, then a number, then the command. What slow work there is
 * happens before the command's transaction begins.
 */
final class MoleculeRegistration {

  private final StructureDesk desk;
  private final Structures structures;
  private final Numbers numbers;
  private final Commands commands;

  MoleculeRegistration(
      StructureDesk desk, Structures structures, Numbers numbers, Commands commands) {
    this.desk = desk;
    this.structures = structures;
    this.numbers = numbers;
    this.commands = commands;
  }

  /**
   * @throws Refusal in the order of API §1: state of the project, structure, duplicate, quota
   */
  Registered register(Guard guard, MoleculeForm.Checked form, CommandContext context) {
    ProjectRules.reasonGiven(guard.regulated(), context.reason().orElse(null));
    ProjectRules.notArchived(guard.archived());
    StructureFacts structure = desk.read(form.smiles(), guard.tautomers());
    Existing existing =
        structures.find(guard.project(), List.of(structure)).get(structure.identity());
    if (existing != null) {
      throw duplicate(existing);
    }
    Numbers.Block block = numbers.reserve(guard.project(), 1);
    if (block.size() == 0) {
      throw quotaExceeded();
    }
    NewMolecule molecule =
        new NewMolecule(
            new MoleculeId(Ids.next()),
            MoleculeNumber.of(guard.code(), block.first()),
            structure,
            form.name(),
            form.annotations(),
            form.reason());
    return new Registered(molecule, send(guard, molecule, context));
  }

  /** Room is given back only when it is certain that nothing was added. */
  private Receipt send(Guard guard, NewMolecule molecule, CommandContext context) {
    try {
      return commands.send(new AddMolecule(guard.project(), molecule), context);
    } catch (DuplicateStructures e) {
      numbers.giveBack(guard.project(), 1);
      throw duplicate(e.duplicates().get(molecule.moleculeId()));
    } catch (Refusal | ServiceUnavailable e) {
      numbers.giveBack(guard.project(), 1);
      throw e;
    }
  }

  static Refusal.Conflict duplicate(Existing existing) {
    return new Refusal.Conflict(
        "duplicate-structure",
        "The project has this structure already.",
        Map.of("existing", ExistingMolecule.of(existing)));
  }

  static Refusal.Conflict quotaExceeded() {
    return new Refusal.Conflict(
        "quota-exceeded", "The project holds as many molecules as its owner's tier allows.");
  }

  /** A molecule and what it left in the log. */
  record Registered(NewMolecule molecule, Receipt receipt) {}
}
