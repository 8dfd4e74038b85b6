package io.moltrail.messages.molecule;

import java.util.List;
import java.util.Optional;

/**
 * All that was computed about a structure when it was registered. Replay never computes chemistry
 * again: a newer toolkit may say something else, and history must not.
 *
 * @param submitted the text as it was sent
 * @param smiles canonical SMILES, a presentation
 * @param inchi standard InChI
 * @param inchiKey standard InChIKey, 27 characters
 * @param parentInchiKey key of the structure without salts and solvents, where it is known
 * @param formula Hill order, with charge
 * @param averageMass in unified atomic mass units, 4 decimals
 * @param monoisotopicMass in unified atomic mass units, 6 decimals
 * @param components the distinct parts with their multiplicity, largest first
 * @param identity what makes two structures the same molecule of a project: lower-case hex SHA-256
 * @param ruleVersion version of the standardisation rules that were applied
 * @param toolkit name and version of the software that computed all this
 */
public record StructureFacts(
    String submitted,
    String smiles,
    String inchi,
    String inchiKey,
    Optional<String> parentInchiKey,
    String formula,
    double averageMass,
    double monoisotopicMass,
    Descriptors descriptors,
    List<Component> components,
    String identity,
    String ruleVersion,
    String toolkit) {

  public StructureFacts {
    components = List.copyOf(components);
  }

  @Override
  public String toString() {
    return "(a structure)";
  }

  /**
   * Computed properties.
   *
   * @param logP octanol-water partition coefficient, estimated
   * @param tpsa topological polar surface area in square angstroms
   * @param fractionSp3 share of carbons that are sp3, 0 to 1
   * @param ruleOfFiveViolations 0 to 4
   */
  public record Descriptors(
      double logP,
      double tpsa,
      int hBondDonors,
      int hBondAcceptors,
      int rotatableBonds,
      int heavyAtoms,
      int rings,
      double fractionSp3,
      int ruleOfFiveViolations) {}

  /** A distinct part of a structure and how often it stands in it. */
  public record Component(String smiles, int count) {}
}
