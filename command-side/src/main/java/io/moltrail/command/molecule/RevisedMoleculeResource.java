package io.moltrail.command.molecule;

import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.web.resources.MoleculeResource;
import java.util.Map;

/** Shows a molecule right after its revision. */
final class RevisedMoleculeResource {

  private RevisedMoleculeResource() {}

  static MoleculeResource of(KnownMolecule molecule) {
    Contents contents = molecule.contents();
    StructureFacts structure = Contents.kept(contents.structure());
    return new MoleculeResource(
        molecule.id().toString(),
        molecule.project().toString(),
        molecule.number().value(),
        contents.name().kept().flatMap(it -> it).map(MoleculeName::value).orElse(null),
        structure.smiles(),
        structure.submitted(),
        structure.inchi(),
        structure.inchiKey(),
        structure.parentInchiKey().orElse(null),
        structure.formula(),
        structure.averageMass(),
        structure.monoisotopicMass(),
        structure.descriptors(),
        structure.components(),
        MoleculeResource.plain(contents.annotations().kept().orElse(Map.of())),
        molecule.archived(),
        molecule.created().at(),
        molecule.created().by(),
        molecule.updated().at(),
        molecule.updated().by(),
        molecule.version());
  }
}
