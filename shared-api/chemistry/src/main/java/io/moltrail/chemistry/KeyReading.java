package io.moltrail.chemistry;

/** What came of reading a structure to look it up: its keys, or the reason why not. */
public sealed interface KeyReading {

  /**
   * The keys.
   *
   * @param smiles canonical SMILES, the same text as {@link Structure#smiles()}
   * @param inchiKey standard InChIKey, 27 characters
   */
  record Accepted(String smiles, String inchiKey) implements KeyReading {}

  /** The rule that the text broke. */
  record Refused(StructureRefusal refusal) implements KeyReading {}
}
