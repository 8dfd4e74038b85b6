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
import java.util.List;
import java.util.Map;

/**
 * Registers one molecule: chemistry first, then a number, then the command. What slow work there is
 * happens before the command's transaction begins.
 */
final class Registration {

  private final StructureDesk desk;
  private final Structures structures;
  private final Numbers numbers;
  private final Commands commands;

  Registration(StructureDesk desk, Structures structures, Numbers numbers, Commands commands) {
    this.desk = desk;
    this.structures = structures;
    this.numbers = numbers;
    this.commands = commands;
  }

  /**
   * @throws Refusal in the order of API §1: state of the project, structure, duplicate, quota
   */
  Registered register(Guard guard, MoleculeForm.Checked form, CommandContext context) {
    ProjectRules.notArchived(guard.archived());
    ProjectRules.reasonGiven(guard.regulated(), context.reason().orElse(null));
    StructureFacts structure = desk.read(form.smiles(), guard.tautomers());
    Existing existing =
        structures.find(guard.project(), List.of(structure)).get(structure.identity());
    if (existing != null) {
      throw duplicate(existing);
    }
    long number = numbers.reserve(guard.project(), 1).orElseThrow(Registration::quotaExceeded);
    NewMolecule molecule =
        new NewMolecule(
            new MoleculeId(Ids.next()),
            MoleculeNumber.of(guard.code(), number),
            structure,
            form.name(),
            form.annotations());
    return new Registered(molecule, send(guard, molecule, number, context));
  }

  private Receipt send(Guard guard, NewMolecule molecule, long number, CommandContext context) {
    int used = 0;
    try {
      Receipt receipt = commands.send(new AddMolecule(guard.project(), molecule), context);
      used = 1;
      return receipt;
    } catch (DuplicateStructures e) {
      throw duplicate(e.duplicates().get(molecule.moleculeId()));
    } finally {
      numbers.giveBack(guard.project(), number, 1, used);
    }
  }

  static Refusal.Conflict duplicate(Existing existing) {
    return new Refusal.Conflict(
        "duplicate-structure",
        "The project has this structure already.",
        Map.of(
            "existing",
            Map.of(
                "id", existing.id().toString(),
                "number", existing.number(),
                "archived", existing.archived())));
  }

  static Refusal.Conflict quotaExceeded() {
    return new Refusal.Conflict(
        "quota-exceeded", "The project holds as many molecules as its owner's tier allows.");
  }

  /** A molecule and what it left in the log. */
  record Registered(NewMolecule molecule, Receipt receipt) {}
}
