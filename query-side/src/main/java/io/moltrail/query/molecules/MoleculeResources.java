package io.moltrail.query.molecules;

import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.web.resources.MoleculeResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From a view to what is answered. */
final class MoleculeResources {

  private MoleculeResources() {}

  static MoleculeResource of(MoleculeView it) {
    Optional<StructureFacts> structure = Optional.ofNullable(it.structure());
    return new MoleculeResource(
        it.id().toString(),
        it.project().toString(),
        it.number().value(),
        it.name(),
        of(structure, StructureFacts::smiles),
        of(structure, StructureFacts::submitted),
        of(structure, StructureFacts::inchi),
        of(structure, StructureFacts::inchiKey),
        structure.flatMap(StructureFacts::parentInchiKey).orElse(null),
        of(structure, StructureFacts::formula),
        of(structure, StructureFacts::averageMass),
        of(structure, StructureFacts::monoisotopicMass),
        of(structure, StructureFacts::descriptors),
        structure.map(StructureFacts::components).orElse(List.of()),
        MoleculeResource.plain(it.annotations()),
        it.archived(),
        it.createdAt(),
        it.createdBy(),
        it.updatedAt(),
        it.updatedBy(),
        it.version());
  }

  private static <T> @Nullable T of(
      Optional<StructureFacts> structure, Function<StructureFacts, T> field) {
    return structure.map(field).orElse(null);
  }
}
