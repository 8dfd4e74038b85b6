package io.moltrail.command.molecule;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.AnnotateMolecule;
import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.EditMolecule;
import io.moltrail.messages.molecule.MoleculeCommand;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.RemoveAnnotation;
import io.moltrail.messages.molecule.RenameMolecule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is to change about a molecule (RFC 7396): absent stays, null goes. */
record MoleculePatch(
    @Schema(implementation = String.class, nullable = true, example = "Aspirin")
        @Nullable JsonNode name,
    @Schema(
            implementation = Object.class,
            description =
                "string, number or boolean each; null takes one away; those that are not named"
                    + " stay",
            example = "{\"batch\": \"B-17\", \"purity\": 99.10, \"dry\": null}")
        @Nullable JsonNode annotations) {

  /** As many as there can be, taken away, and as many others. */
  private static final int MOST_CHANGES = 2 * MoleculeRules.MOST_ANNOTATIONS;

  private static final int MOST_FAULTS = 20;

  /**
   * @throws Refusal.Invalid when there is nothing to change, naming each field that is not as it
   *     must be
   */
  MoleculeCommand command(MoleculeId molecule) {
    List<Refusal.Fault> faults = new ArrayList<>();
    Optional<Optional<MoleculeName>> newName = newName(faults);
    Map<String, Annotation> added = new HashMap<>();
    Set<String> removed = new HashSet<>();
    read(added, removed, faults);
    if (faults.isEmpty() && newName.isEmpty() && added.isEmpty() && removed.isEmpty()) {
      faults.add(new Refusal.Fault("/name", "nothing-to-change", "Say what is to change."));
    }
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid("invalid-request", "Some fields are not as they must be.", faults);
    }
    return command(molecule, newName, added, removed);
  }

  private static MoleculeCommand command(
      MoleculeId molecule,
      Optional<Optional<MoleculeName>> name,
      Map<String, Annotation> added,
      Set<String> removed) {
    if (added.isEmpty() && removed.isEmpty()) {
      return new RenameMolecule(molecule, name.orElseThrow());
    }
    if (name.isEmpty() && removed.isEmpty()) {
      return new AnnotateMolecule(molecule, added);
    }
    if (name.isEmpty() && added.isEmpty() && removed.size() == 1) {
      return new RemoveAnnotation(molecule, removed.iterator().next());
    }
    return new EditMolecule(molecule, name, added, removed);
  }

  private Optional<Optional<MoleculeName>> newName(List<Refusal.Fault> faults) {
    if (name == null) {
      return Optional.empty();
    }
    Optional<MoleculeName> parsed =
        name.isString() ? MoleculeName.parse(name.stringValue()) : Optional.empty();
    if (parsed.isEmpty() && !name.isNull()) {
      faults.add(MoleculeForm.invalidName());
    }
    return Optional.of(parsed);
  }

  private void read(
      Map<String, Annotation> added, Set<String> removed, List<Refusal.Fault> faults) {
    if (annotations == null) {
      return;
    }
    if (!annotations.isObject()) {
      faults.add(
          new Refusal.Fault("/annotations", "wrong-type", "Annotations are an object of values."));
      return;
    }
    if (annotations.size() > MOST_CHANGES) {
      faults.add(
          new Refusal.Fault(
              "/annotations", "too-many", "Up to 100 annotations can change at a time."));
      return;
    }
    Set<String> keys = new HashSet<>();
    for (Map.Entry<String, JsonNode> field : annotations.properties()) {
      if (faults.size() == MOST_FAULTS) {
        return;
      }
      Optional<String> key = AnnotationFields.key(field.getKey()).filter(keys::add);
      Optional<Annotation> value = AnnotationFields.value(field.getValue());
      if (key.isEmpty() || (value.isEmpty() && !field.getValue().isNull())) {
        faults.add(AnnotationFields.invalid(field.getKey()));
      } else {
        value.ifPresentOrElse(it -> added.put(key.get(), it), () -> removed.add(key.get()));
      }
    }
    if (added.size() > MoleculeRules.MOST_ANNOTATIONS) {
      faults.add(
          new Refusal.Fault("/annotations", "too-many", "A molecule has up to 50 annotations."));
    }
  }
}
