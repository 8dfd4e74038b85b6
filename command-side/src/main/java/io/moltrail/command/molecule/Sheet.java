package io.moltrail.command.molecule;

import io.moltrail.command.molecule.BatchAnswer.Item;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.NewMolecule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The result sheet of a batch while it is being filled in. */
final class Sheet {

  private final Map<Integer, Item> items;
  private final boolean allOrNone;
  private final Map<Integer, Integer> repeats = new HashMap<>();

  Sheet(Map<Integer, Item> refused, boolean allOrNone) {
    this.items = new TreeMap<>(refused);
    this.allOrNone = allOrNone;
  }

  boolean allOrNone() {
    return allOrNone;
  }

  boolean isClean() {
    return items.isEmpty();
  }

  void put(Item item) {
    items.put(item.index(), item);
  }

  void added(int index, NewMolecule molecule) {
    put(Item.added(index, molecule));
  }

  /** The row shows the same structure as an earlier one. */
  void repeats(int index, int earlier) {
    repeats.put(index, earlier);
  }

  /** A repeat is a duplicate of what the earlier row added or found, or shares its refusal. */
  BatchAnswer answer() {
    repeats.forEach(
        (index, earlier) -> {
          Item before = items.get(earlier);
          put(
              before.status() == 201
                  ? Item.duplicate(index, before.existing())
                  : new Item(
                      index, before.status(), before.id(), before.number(), before.problem()));
        });
    return BatchAnswer.of(List.copyOf(items.values()));
  }

  /** All or none, and it is none: the rows that were good show what they alone would have got. */
  Refusal refusal(Set<Integer> rows) {
    for (int index : rows) {
      if (repeats.containsKey(index)) {
        put(Item.repeated(index));
      } else if (!items.containsKey(index)) {
        put(Item.good(index));
      }
    }
    BatchAnswer answer = BatchAnswer.of(List.copyOf(items.values()));
    Map<String, Object> facts =
        Map.of(
            "items", answer.items(),
            "added", 0,
            "duplicates", answer.duplicates(),
            "rejected", answer.rejected());
    String sentence = "Not every row can be added, so none was.";
    return items.values().stream().anyMatch(item -> item.status() == 422)
        ? new Refusal.Invalid("batch-refused", sentence, List.of(), facts)
        : new Refusal.Conflict("batch-refused", sentence, facts);
  }
}
