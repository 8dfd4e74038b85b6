package io.moltrail.chemistry;

/** Whether two tautomers drawn differently are one molecule or two: a project chooses once. */
public enum TautomerRule {

  /**
   * Mobile hydrogens do not matter: 2-hydroxypyridine and 2-pyridone are one molecule, as in the
   * standard InChI.
   */
  SAME,

  /**
   * Hydrogens stay where they were drawn: the fixed-hydrogen layer of InChI takes part in the
   * identity.
   */
  DISTINCT
}
