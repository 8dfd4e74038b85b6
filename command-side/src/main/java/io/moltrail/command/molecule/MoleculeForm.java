package io.moltrail.command.molecule;

import io.moltrail.messages.PlainText;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.web.requests.ChangeReason;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said about a molecule that is to be registered. */
record MoleculeForm(
    @Schema(description = "the structure, as drawn", example = "OC(=O)c1ccccc1OC(C)=O") @NotNull
        String smiles,
    @Schema(example = "Aspirin") @Nullable String name,
    @Schema(description = "string, number or boolean each; up to 50")
        @Size(max = MoleculeRules.MOST_ANNOTATIONS)
        @Nullable Map<String, Object> annotations,
    @Schema(description = "why; instead of X-Change-Reason") @Nullable String reason) {

  /**
   * Checks all but the structure.
   *
   * @throws Refusal.Invalid naming each field that is not as it must be
   */
  Checked checked() {
    List<Refusal.Fault> faults = new ArrayList<>();
    Optional<MoleculeName> parsedName = Optional.empty();
    if (name != null) {
      parsedName = MoleculeName.parse(name);
      if (parsedName.isEmpty()) {
        faults.add(invalidName());
      }
    }
    Map<String, Annotation> typed = typed(faults);
    Optional<String> why = Optional.ofNullable(reason).filter(it -> !it.isBlank());
    Optional<String> plain = why.flatMap(it -> PlainText.statement(it, ChangeReason.LONGEST));
    if (why.isPresent() && plain.isEmpty()) {
      faults.add(
          new Refusal.Fault(
              "/reason", "invalid-reason", "A reason has up to 500 visible characters."));
    }
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid("invalid-request", "Some fields are not as they must be.", faults);
    }
    return new Checked(smiles, parsedName, typed, plain);
  }

  static Refusal.Fault invalidName() {
    return new Refusal.Fault(
        "/name", "invalid-name", "A name has 1 to 300 visible characters on one line.");
  }

  private Map<String, Annotation> typed(List<Refusal.Fault> faults) {
    Map<String, Annotation> typed = new HashMap<>();
    if (annotations != null) {
      annotations.forEach(
          (key, value) -> {
            Optional<String> name = AnnotationFields.key(key);
            Optional<Annotation> annotation = AnnotationFields.value(value);
            boolean sound =
                name.isPresent()
                    && annotation.isPresent()
                    && typed.putIfAbsent(name.get(), annotation.get()) == null;
            if (!sound) {
              faults.add(AnnotationFields.invalid(key));
            }
          });
    }
    return typed;
  }

  /** The form, with everything but the structure found good. */
  record Checked(
      String smiles,
      Optional<MoleculeName> name,
      Map<String, Annotation> annotations,
      Optional<String> reason) {}
}
