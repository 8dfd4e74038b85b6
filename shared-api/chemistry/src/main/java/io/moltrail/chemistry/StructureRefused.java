package io.moltrail.chemistry;

import java.util.Locale;

/**
 * Carries a refusal out of the depth of the reading to the facade, which turns it into a value; it
 * never leaves the module.
 *
 * <p>The static methods are the sentences that are said in more than one place.
 */
final class StructureRefused extends Exception {

  private final transient StructureRefusal refusal;

  StructureRefused(String code, String sentence, int position) {
    super(sentence, null, false, false);
    this.refusal = new StructureRefusal(code, sentence, position);
  }

  StructureRefusal refusal() {
    return refusal;
  }

  static StructureRefused notSmiles(String sentence, int position) {
    return new StructureRefused("not-smiles", sentence, position);
  }

  static StructureRefused wildcard(int position) {
    return new StructureRefused(
        "wildcard-atom",
        "A registered structure cannot hold a wildcard or an R group; draw the atom.",
        position);
  }

  static StructureRefused unknownElement(String symbol, int position) {
    return new StructureRefused(
        "unknown-element", "There is no element '%s'.".formatted(symbol), position);
  }

  static StructureRefused tooManyAtoms() {
    return new StructureRefused(
        "too-many-atoms",
        "The structure has more than %d atoms.".formatted(MoleculeGate.MOST_ATOMS),
        -1);
  }

  static StructureRefused tooManyComponents() {
    return new StructureRefused(
        "too-many-components",
        "The structure has more than %d components.".formatted(MoleculeGate.MOST_COMPONENTS),
        -1);
  }

  static StructureRefused noKekuleForm() {
    return new StructureRefused(
        "no-kekule-form",
        "No arrangement of single and double bonds fits the aromatic (lower-case) atoms; "
            + "an [nH] or a charge may be missing.",
        -1);
  }

  static StructureRefused noInchi(String why) {
    return new StructureRefused(
        "no-inchi",
        "No InChI can be made of this structure: %s."
            .formatted(why.strip().toLowerCase(Locale.ROOT)),
        -1);
  }

  static StructureRefused tooHard() {
    return new StructureRefused(
        "too-hard",
        "The structure is beyond what can be worked out within the time and memory of one"
            + " structure.",
        -1);
  }
}
