package io.moltrail.command.molecule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moltrail.command.platform.Structures.Existing;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.NewMolecule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What became of each molecule of a batch. */
@Schema(name = "BatchAnswer")
record BatchAnswer(List<Item> items, int added, int duplicates, int rejected) {

  static BatchAnswer of(List<Item> items) {
    int added = count(items, Item::isAdded);
    int duplicates = count(items, Item::isDuplicate);
    return new BatchAnswer(items, added, duplicates, items.size() - added - duplicates);
  }

  private static int count(List<Item> items, Predicate<Item> kind) {
    return (int) items.stream().filter(kind).count();
  }

  /**
   * One row.
   *
   * @param status the HTTP status that the row alone would have had
   * @param id of the molecule: the new one, or the one that is there already
   */
  @Schema(name = "BatchItem")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      int index,
      @Schema(example = "201") int status,
      @Nullable String id,
      @Nullable String number,
      @Nullable ItemProblem problem) {

    static Item added(int index, NewMolecule molecule) {
      return new Item(
          index, 201, molecule.moleculeId().toString(), molecule.number().value(), null);
    }

    static Item duplicate(int index, Existing existing) {
      return new Item(
          index,
          409,
          existing.id().toString(),
          existing.number(),
          ItemProblem.of(409, MoleculeRegistration.duplicate(existing), List.of()));
    }

    static Item rejected(int index, Refusal.Invalid refusal) {
      return new Item(index, 422, null, null, ItemProblem.of(422, refusal, refusal.faults()));
    }

    /** A row that stands against the project's state, not against another molecule. */
    static Item refused(int index, Refusal.Conflict refusal) {
      return new Item(index, 409, null, null, ItemProblem.of(409, refusal, List.of()));
    }

    /** A row that repeats an earlier one of a batch that was refused as a whole. */
    static Item repeated(int index) {
      return refused(
          index,
          new Refusal.Conflict(
              "duplicate-structure", "An earlier row of the batch has this structure."));
    }

    /** A row that alone would have been added. */
    static Item good(int index) {
      return new Item(index, 201, null, null, null);
    }

    private boolean isAdded() {
      return status == 201;
    }

    private boolean isDuplicate() {
      return problem != null && problem.type().equals("/problems/duplicate-structure");
    }

    Existing existing() {
      return new Existing(new MoleculeId(UUID.fromString(id)), number, false);
    }
  }

  /** Why a row was not added (RFC 9457). */
  @Schema(name = "ItemProblem")
  record ItemProblem(
      @Schema(example = "/problems/duplicate-structure") String type,
      int status,
      String detail,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Refusal.Fault> errors) {

    static ItemProblem of(int status, Refusal refusal, List<Refusal.Fault> faults) {
      return new ItemProblem("/problems/" + refusal.code(), status, refusal.getMessage(), faults);
    }
  }
}
