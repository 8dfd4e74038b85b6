package io.moltrail.command.molecule;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.RenameMolecule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is to change about a molecule (RFC 7396): absent stays, null goes. */
record MoleculePatch(
    @Schema(implementation = String.class, nullable = true, example = "Aspirin")
        @Nullable JsonNode name) {

  /**
   * @throws Refusal.Invalid when there is nothing to change, or the name is none
   */
  RenameMolecule command(MoleculeId molecule) {
    if (name == null) {
      throw invalid(new Refusal.Fault("/name", "nothing-to-change", "Say what is to change."));
    }
    if (name.isNull()) {
      return new RenameMolecule(molecule, Optional.empty());
    }
    Optional<MoleculeName> parsed =
        name.isString() ? MoleculeName.parse(name.stringValue()) : Optional.empty();
    if (parsed.isEmpty()) {
      throw invalid(MoleculeForm.invalidName());
    }
    return new RenameMolecule(molecule, parsed);
  }

  private static Refusal.Invalid invalid(Refusal.Fault fault) {
    return new Refusal.Invalid(
        "invalid-request", "Some fields are not as they must be.", List.of(fault));
  }
}
