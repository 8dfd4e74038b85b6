package io.moltrail.query.molecules;

import io.moltrail.messages.molecule.StructureFacts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a structure was found; perhaps nowhere. */
@Schema(name = "LookupAnswer")
record LookupAnswer(Lookup.Keys query, List<Summary> items) {

  LookupAnswer {
    items = List.copyOf(items);
  }

  static LookupAnswer of(Lookup.Keys query, List<MoleculeView> found) {
    return new LookupAnswer(query, found.stream().map(Summary::of).toList());
  }

  /** Enough to recognise a molecule. */
  @Schema(name = "MoleculeSummary")
  record Summary(
      String id,
      String projectId,
      @Schema(example = "KIN-000042") String number,
      @Schema(example = "Aspirin") @Nullable String name,
      @Schema(example = "CC(=O)Oc1ccccc1C(=O)O") @Nullable String smiles,
      @Schema(example = "BSYNRYMUTXBXSQ-UHFFFAOYSA-N") @Nullable String inchiKey,
      @Schema(example = "C9H8O4") @Nullable String formula,
      @Schema(example = "180.1574") @Nullable Double averageMass,
      boolean archived,
      @Schema(example = "1") long version) {

    static Summary of(MoleculeView it) {
      Optional<StructureFacts> structure = Optional.ofNullable(it.structure());
      return new Summary(
          it.id().toString(),
          it.project().toString(),
          it.number().value(),
          it.name(),
          structure.map(StructureFacts::smiles).orElse(null),
          structure.map(StructureFacts::inchiKey).orElse(null),
          structure.map(StructureFacts::formula).orElse(null),
          structure.map(StructureFacts::averageMass).orElse(null),
          it.archived(),
          it.version());
    }
  }
}
