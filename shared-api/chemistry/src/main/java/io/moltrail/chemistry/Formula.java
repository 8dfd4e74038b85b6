package io.moltrail.chemistry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.config.Isotopes;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IIsotope;

/**
 * Composition of a molecule: Hill formula and masses.
 *
 * <p>Masses are of the atoms; electrons lost or gained by a charge are not counted (as PubChem
 * does). Sums go over sorted counts, so that the order of the atoms never shows in the last digit.
 */
final class Formula {

  private record Nuclide(int atomicNumber, int massNumber) implements Comparable<Nuclide> {

    @Override
    public int compareTo(Nuclide other) {
      return Integer.compare(
          atomicNumber * 1_000 + massNumber, other.atomicNumber * 1_000 + other.massNumber);
    }
  }

  private final SortedMap<Nuclide, Integer> counts = new TreeMap<>();
  private int charge;

  static Formula of(IAtomContainer molecule) {
    var formula = new Formula();
    for (IAtom atom : molecule.atoms()) {
      int mass = atom.getMassNumber() == null ? 0 : atom.getMassNumber();
      formula.add(atom.getAtomicNumber(), mass, 1);
      formula.add(1, 0, atom.getImplicitHydrogenCount());
      formula.charge += atom.getFormalCharge();
    }
    return formula;
  }

  private void add(int atomicNumber, int massNumber, int count) {
    if (count > 0) {
      counts.merge(new Nuclide(atomicNumber, massNumber), count, Integer::sum);
    }
  }

  /**
   * Carbon, hydrogen, then the rest by symbol (all by symbol without carbon), then the charge:
   * {@code C6H5O-}, {@code Ca+2}.
   */
  String hill() {
    var bySymbol = new TreeMap<String, Integer>();
    counts.forEach(
        (nuclide, count) ->
            bySymbol.merge(Elements.ofNumber(nuclide.atomicNumber).symbol(), count, Integer::sum));
    var text = new StringBuilder();
    if (bySymbol.containsKey("C")) {
      append(text, "C", bySymbol.remove("C"));
      append(text, "H", bySymbol.remove("H"));
    }
    bySymbol.forEach((symbol, count) -> append(text, symbol, count));
    if (charge != 0) {
      text.append(charge > 0 ? '+' : '-').append(Math.abs(charge) == 1 ? "" : Math.abs(charge));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String symbol, @Nullable Integer count) {
    if (count != null) {
      text.append(symbol).append(count == 1 ? "" : count);
    }
  }

  double averageMass() {
    return rounded(sum(false), 4);
  }

  double monoisotopicMass() {
    return rounded(sum(true), 6);
  }

  private double sum(boolean monoisotopic) {
    double sum = 0;
    for (Map.Entry<Nuclide, Integer> entry : counts.entrySet()) {
      sum += entry.getValue() * mass(entry.getKey(), monoisotopic);
    }
    return sum;
  }

  private static double mass(Nuclide nuclide, boolean monoisotopic) {
    Isotopes table = isotopes();
    if (nuclide.massNumber > 0) {
      IIsotope drawn =
          table.getIsotope(Elements.ofNumber(nuclide.atomicNumber).symbol(), nuclide.massNumber);
      return drawn == null || drawn.getExactMass() == null
          ? nuclide.massNumber
          : drawn.getExactMass();
    }
    IIsotope major = table.getMajorIsotope(nuclide.atomicNumber);
    double natural = monoisotopic ? 0 : table.getNaturalMass(nuclide.atomicNumber);
    if (natural > 0) {
      return natural;
    }
    return major == null
            || major.getExactMass() == null
            || major.getNaturalAbundance() == null
            || major.getNaturalAbundance() == 0
        ? LongestLived.massNumber(nuclide.atomicNumber)
        : major.getExactMass();
  }

  private static Isotopes isotopes() {
    try {
      return Isotopes.getInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("the isotope table of the toolkit is missing", e);
    }
  }

  static double rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
  }
}
