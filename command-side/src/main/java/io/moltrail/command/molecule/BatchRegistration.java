package io.moltrail.command.molecule;

import io.moltrail.command.molecule.BatchAnswer.Item;
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
import io.moltrail.messages.project.AddMolecules;
import io.moltrail.web.problems.ServiceUnavailable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Registers up to 100 molecules with one command. Rows that are refused, or that the project has
 * already, do not hold back the others, unless all or none was asked for.
 */
final class BatchRegistration {

  private final StructureDesk desk;
  private final Structures structures;
  private final Numbers numbers;
  private final Commands commands;

  BatchRegistration(StructureDesk desk, Structures structures, Numbers numbers, Commands commands) {
    this.desk = desk;
    this.structures = structures;
    this.numbers = numbers;
    this.commands = commands;
  }

  /**
   * @param rows the forms that were found good, by their index in the batch; @param refused the
   *     others
   */
  Outcome register(
      Guard guard,
      Map<Integer, MoleculeForm.Checked> rows,
      Map<Integer, Item> refused,
      boolean allOrNone,
      CommandContext context) {
    reasonsGiven(guard, rows, context);
    ProjectRules.notArchived(guard.archived());
    Sheet sheet = new Sheet(refused, allOrNone);
    Map<Integer, StructureFacts> wanted = read(guard, rows, sheet);
    setAsideExisting(guard, wanted, sheet);
    Map<Integer, StructureFacts> distinct = distinct(wanted, sheet);
    if (allOrNone && (!sheet.isClean() || distinct.size() < rows.size())) {
      throw sheet.refusal(rows.keySet());
    }
    Receipt receipt = distinct.isEmpty() ? null : add(guard, rows, distinct, sheet, context);
    if (allOrNone && receipt == null) {
      throw sheet.refusal(rows.keySet());
    }
    return new Outcome(sheet.answer(), receipt);
  }

  private Map<Integer, StructureFacts> read(
      Guard guard, Map<Integer, MoleculeForm.Checked> rows, Sheet sheet) {
    List<Integer> indexes = List.copyOf(rows.keySet());
    List<StructureDesk.Read> reads =
        desk.readAll(
            indexes.stream().map(index -> rows.get(index).smiles()).toList(), guard.tautomers());
    Map<Integer, StructureFacts> good = new LinkedHashMap<>();
    for (int i = 0; i < indexes.size(); i++) {
      int index = indexes.get(i);
      switch (reads.get(i)) {
        case StructureDesk.Read.Good(StructureFacts structure) -> good.put(index, structure);
        case StructureDesk.Read.Bad(Refusal.Invalid refusal) ->
            sheet.put(Item.rejected(index, refusal));
      }
    }
    return good;
  }

  private void setAsideExisting(Guard guard, Map<Integer, StructureFacts> wanted, Sheet sheet) {
    Map<String, Existing> existing = structures.find(guard.project(), wanted.values());
    wanted
        .entrySet()
        .removeIf(
            row -> {
              Existing found = existing.get(row.getValue().identity());
              if (found != null) {
                sheet.put(Item.duplicate(row.getKey(), found));
              }
              return found != null;
            });
  }

  /**
   * Of rows with one structure the first is to be added; the others wait for what becomes of it.
   */
  private static Map<Integer, StructureFacts> distinct(
      Map<Integer, StructureFacts> wanted, Sheet sheet) {
    Map<String, Integer> first = new HashMap<>();
    Map<Integer, StructureFacts> distinct = new LinkedHashMap<>();
    wanted.forEach(
        (index, structure) -> {
          Integer before = first.putIfAbsent(structure.identity(), index);
          if (before == null) {
            distinct.put(index, structure);
          } else {
            sheet.repeats(index, before);
          }
        });
    return distinct;
  }

  private static void reasonsGiven(
      Guard guard, Map<Integer, MoleculeForm.Checked> rows, CommandContext context) {
    rows.values()
        .forEach(
            row ->
                ProjectRules.reasonGiven(
                    guard.regulated(), row.reason().or(context::reason).orElse(null)));
  }

  private @Nullable Receipt add(
      Guard guard,
      Map<Integer, MoleculeForm.Checked> rows,
      Map<Integer, StructureFacts> distinct,
      Sheet sheet,
      CommandContext context) {
    Numbers.Block block = numbers.reserve(guard.project(), distinct.size());
    if (block.size() < distinct.size() && sheet.allOrNone()) {
      numbers.giveBack(guard.project(), block.size());
      distinct.keySet().forEach(index -> sheet.put(overQuota(index)));
      return null;
    }
    Map<Integer, NewMolecule> molecules = number(guard, rows, distinct, block, sheet);
    try {
      Receipt receipt = send(guard, molecules, sheet, context);
      numbers.giveBack(guard.project(), block.size() - molecules.size());
      return receipt;
    } catch (Refusal | ServiceUnavailable e) {
      numbers.giveBack(guard.project(), block.size());
      throw e;
    }
  }

  private static Item overQuota(int index) {
    return Item.refused(index, MoleculeRegistration.quotaExceeded());
  }

  /** Rows for which there is no room any more are set aside. */
  private static Map<Integer, NewMolecule> number(
      Guard guard,
      Map<Integer, MoleculeForm.Checked> rows,
      Map<Integer, StructureFacts> distinct,
      Numbers.Block block,
      Sheet sheet) {
    Map<Integer, NewMolecule> molecules = new LinkedHashMap<>();
    distinct.forEach(
        (index, structure) -> {
          if (molecules.size() == block.size()) {
            sheet.put(overQuota(index));
          } else {
            long number = block.first() + molecules.size();
            molecules.put(index, molecule(guard, number, structure, rows.get(index)));
          }
        });
    return molecules;
  }

  private static NewMolecule molecule(
      Guard guard, long number, StructureFacts structure, MoleculeForm.Checked row) {
    return new NewMolecule(
        new MoleculeId(Ids.next()),
        MoleculeNumber.of(guard.code(), number),
        structure,
        row.name(),
        row.annotations(),
        row.reason());
  }

  /**
   * Sends until no row stands against a molecule that somebody else added meanwhile; those rows
   * leave {@code molecules}, or end it all where all or none was asked for.
   */
  private @Nullable Receipt send(
      Guard guard, Map<Integer, NewMolecule> molecules, Sheet sheet, CommandContext context) {
    while (!molecules.isEmpty()) {
      try {
        AddMolecules command = new AddMolecules(guard.project(), List.copyOf(molecules.values()));
        Receipt receipt = commands.send(command, context);
        molecules.forEach(sheet::added);
        return receipt;
      } catch (DuplicateStructures e) {
        molecules.entrySet().removeIf(row -> setAside(row, e.duplicates(), sheet));
        if (sheet.allOrNone()) {
          molecules.clear();
        }
      }
    }
    return null;
  }

  private static boolean setAside(
      Map.Entry<Integer, NewMolecule> row, Map<MoleculeId, Existing> duplicates, Sheet sheet) {
    Existing found = duplicates.get(row.getValue().moleculeId());
    if (found != null) {
      sheet.put(Item.duplicate(row.getKey(), found));
    }
    return found != null;
  }

  /** What is to be answered, and what has been appended, if anything was. */
  record Outcome(BatchAnswer answer, @Nullable Receipt receipt) {}
}
