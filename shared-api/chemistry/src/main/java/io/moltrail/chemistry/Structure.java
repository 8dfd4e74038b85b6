package io.moltrail.chemistry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A structure as it is registered: what was submitted, what it became, and everything worked out
 * from it.
 *
 * <p>All of it goes into the event, because replay never recomputes chemistry (DESIGN §4, molecule
 * identity).
 *
 * @param submitted the text as it came
 * @param smiles canonical SMILES with stereo, isotopes and charges as drawn, one for every spelling
 * @param inchi standard InChI
 * @param inchiKey standard InChIKey, 27 characters
 * @param parentInchiKey InChIKey of the parent compound; null when there are several components,
 *     because rule version 1 strips no salts
 * @param formula molecular formula in Hill order with the total charge, e.g. {@code C2H3O2-}
 * @param averageMass in dalton, natural abundance except where an isotope is drawn, 4 decimals
 * @param monoisotopicMass in dalton, the most abundant isotope except where one is drawn, 6
 *     decimals
 * @param descriptors the usual numbers
 * @param components the distinct components, largest first, ties by SMILES
 * @param identity lower-case hex SHA-256 of rule version, InChIKey and, for {@link
 *     TautomerRule#DISTINCT}, fixed-hydrogen InChI
 * @param ruleVersion version of the standardisation rules that were applied
 * @param toolkit names and versions of the software that did it
 */
public record Structure(
    String submitted,
    String smiles,
    String inchi,
    String inchiKey,
    @Nullable String parentInchiKey,
    String formula,
    double averageMass,
    double monoisotopicMass,
    Descriptors descriptors,
    List<Component> components,
    String identity,
    String ruleVersion,
    String toolkit) {

  public Structure {
    components = List.copyOf(components);
  }
}
