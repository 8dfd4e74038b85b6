package io.moltrail.command.molecule;

import io.moltrail.command.platform.Structures.Existing;
import io.swagger.v3.oas.annotations.media.Schema;

/** The molecule that stands in the way of another of the same structure. */
@Schema(name = "ExistingMolecule")
record ExistingMolecule(String id, String number, boolean archived) {

  static ExistingMolecule of(Existing molecule) {
    return new ExistingMolecule(molecule.id().toString(), molecule.number(), molecule.archived());
  }

  /** What {@code duplicate-structure} says beside what every problem says. */
  record Facts(
      @Schema(description = "Of `duplicate-structure`: the molecule with this structure.")
          ExistingMolecule existing) {}
}
