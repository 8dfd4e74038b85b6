package io.moltrail.command.molecule;

import io.moltrail.command.molecule.MoleculeRegistration.Registered;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.NewMolecule;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.resources.MoleculeResource;
import java.time.Instant;

/** Shows a molecule right after its registration. */
final class NewMoleculeResource {

  private NewMoleculeResource() {}

  static MoleculeResource of(ProjectId project, UserId author, Registered registered) {
    NewMolecule molecule = registered.molecule();
    StructureFacts structure = molecule.structure();
    Instant at = registered.receipt().at();
    return new MoleculeResource(
        molecule.moleculeId().toString(),
        project.toString(),
        molecule.number().value(),
        molecule.name().map(MoleculeName::value).orElse(null),
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
        MoleculeResource.plain(molecule.annotations()),
        false,
        at,
        author.toString(),
        at,
        author.toString(),
        1);
  }
}
