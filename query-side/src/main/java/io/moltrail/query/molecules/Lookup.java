package io.moltrail.query.molecules;

import io.moltrail.chemistry.Chemistry;
import io.moltrail.chemistry.ChemistryBusyException;
import io.moltrail.chemistry.KeyReading;
import io.moltrail.chemistry.StructureRefusal;
import io.moltrail.messages.Refusal.Fault;
import io.moltrail.messages.Refusal.Invalid;
import io.moltrail.web.problems.ServiceUnavailable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a caller looks for: a structure in any spelling, or its key. Exactly one. */
@Schema(name = "Lookup")
record Lookup(
    @Schema(description = "any spelling", example = "OC(=O)c1ccccc1OC(C)=O")
        @Nullable String smiles,
    @Schema(description = "instead of smiles", example = "BSYNRYMUTXBXSQ-UHFFFAOYSA-N")
        @Nullable String inchiKey) {

  private static final Pattern INCHI_KEY = Pattern.compile("[A-Z]{14}-[A-Z]{10}-[A-Z]");
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /**
   * @throws Invalid when not exactly one is given, or it is no structure or no key
   * @throws ServiceUnavailable when the chemistry has too much to do
   */
  Keys keys(Chemistry chemistry) {
    if (smiles != null && inchiKey == null) {
      return keysOf(smiles, chemistry);
    }
    if (smiles == null && inchiKey != null) {
      if (!INCHI_KEY.matcher(inchiKey).matches()) {
        throw invalid(
            "/inchiKey",
            "invalid-inchi-key",
            "An InChIKey has 27 characters, as in BSYNRYMUTXBXSQ-UHFFFAOYSA-N.");
      }
      return new Keys(null, inchiKey);
    }
    throw invalid("/smiles", "exactly-one", "Send smiles or inchiKey, one of the two.");
  }

  private static Keys keysOf(String smiles, Chemistry chemistry) {
    try {
      return switch (chemistry.key(smiles)) {
        case KeyReading.Accepted(String canonical, String key) -> new Keys(canonical, key);
        case KeyReading.Refused(StructureRefusal refusal) -> throw invalid(refusal);
      };
    } catch (ChemistryBusyException e) {
      throw new ServiceUnavailable("busy", RETRY_AFTER);
    }
  }

  private static Invalid invalid(StructureRefusal refusal) {
    String where = refusal.position() < 0 ? "" : " (at character " + (refusal.position() + 1) + ")";
    return new Invalid(
        "invalid-structure",
        refusal.sentence(),
        List.of(new Fault("/smiles", refusal.code(), refusal.sentence() + where)));
  }

  private static Invalid invalid(String pointer, String code, String sentence) {
    return new Invalid("invalid-request", sentence, List.of(new Fault(pointer, code, sentence)));
  }

  /**
   * What was looked for, in the one spelling that is compared.
   *
   * @param smiles canonical; null when the caller sent a key only
   */
  @Schema(name = "LookupKeys")
  record Keys(
      @Schema(
              description = "canonical; null when only the key was sent",
              example = "CC(=O)Oc1ccccc1C(=O)O")
          @Nullable String smiles,
      @Schema(example = "BSYNRYMUTXBXSQ-UHFFFAOYSA-N") String inchiKey) {}
}
