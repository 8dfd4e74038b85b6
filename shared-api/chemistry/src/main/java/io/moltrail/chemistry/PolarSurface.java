package io.moltrail.chemistry;

import java.util.Map;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * Topological polar surface area by fragments (Ertl, Rohde, Selzer 2000, doi:10.1021/jm000942e,
 * table 1, nitrogen and oxygen), in square angstrom.
 *
 * <p>Our own, because the toolkit's gives NaN for cages such as C60. An atom outside the table is
 * estimated by the formula of the same paper.
 */
final class PolarSurface {

  /**
   * Element, hydrogens, charge, then the bonds to heavy atoms: aromatic, single, double, triple.
   * "3" marks a three-membered ring.
   */
  private static final Map<String, Double> FRAGMENTS =
      Map.ofEntries(
          Map.entry("N h0 q0 a0 s3 d0 t0", 3.24), Map.entry("N h0 q0 a0 s1 d1 t0", 12.36),
          Map.entry("N h0 q0 a0 s0 d0 t1", 23.79), Map.entry("N h0 q0 a0 s1 d2 t0", 11.68),
          Map.entry("N h0 q0 a0 s0 d1 t1", 13.60), Map.entry("N h0 q0 a0 s3 d0 t0 3", 3.01),
          Map.entry("N h1 q0 a0 s2 d0 t0", 12.03), Map.entry("N h1 q0 a0 s2 d0 t0 3", 21.94),
          Map.entry("N h1 q0 a0 s0 d1 t0", 23.85), Map.entry("N h2 q0 a0 s1 d0 t0", 26.02),
          Map.entry("N h0 q1 a0 s4 d0 t0", 0.0), Map.entry("N h0 q1 a0 s2 d1 t0", 3.01),
          Map.entry("N h0 q1 a0 s1 d0 t1", 4.36), Map.entry("N h1 q1 a0 s3 d0 t0", 4.44),
          Map.entry("N h1 q1 a0 s1 d1 t0", 13.97), Map.entry("N h2 q1 a0 s2 d0 t0", 16.61),
          Map.entry("N h2 q1 a0 s0 d1 t0", 25.59), Map.entry("N h3 q1 a0 s1 d0 t0", 27.64),
          Map.entry("N h0 q0 a2 s0 d0 t0", 12.89), Map.entry("N h0 q0 a3 s0 d0 t0", 4.41),
          Map.entry("N h0 q0 a2 s1 d0 t0", 4.93), Map.entry("N h0 q0 a2 s0 d1 t0", 8.39),
          Map.entry("N h1 q0 a2 s0 d0 t0", 15.79), Map.entry("N h0 q1 a3 s0 d0 t0", 4.10),
          Map.entry("N h0 q1 a2 s1 d0 t0", 3.88), Map.entry("N h1 q1 a2 s0 d0 t0", 14.14),
          Map.entry("O h0 q0 a0 s2 d0 t0", 9.23), Map.entry("O h0 q0 a0 s2 d0 t0 3", 12.53),
          Map.entry("O h0 q0 a0 s0 d1 t0", 17.07), Map.entry("O h1 q0 a0 s1 d0 t0", 20.23),
          Map.entry("O h0 q-1 a0 s1 d0 t0", 23.06), Map.entry("O h0 q0 a2 s0 d0 t0", 13.14));

  private PolarSurface() {}

  /** Aromatic flags and rings must be marked, hydrogens implicit. */
  static double of(IAtomContainer molecule) {
    double area = 0;
    for (IAtom atom : molecule.atoms()) {
      if (atom.getAtomicNumber() == 7 || atom.getAtomicNumber() == 8) {
        Double known = FRAGMENTS.get(fragment(atom));
        area += known == null ? estimate(atom) : known;
      }
    }
    return area;
  }

  private static String fragment(IAtom atom) {
    int[] bonds = new int[5];
    for (IBond bond : atom.bonds()) {
      bonds[bond.isAromatic() ? 0 : bond.getOrder().numeric()]++;
    }
    boolean small = bonds[0] + bonds[2] + bonds[3] == 0 && Cycles.smallRingSize(atom, 3) == 3;
    return "%s h%d q%d a%d s%d d%d t%d%s"
        .formatted(
            atom.getSymbol(),
            atom.getImplicitHydrogenCount(),
            atom.getFormalCharge(),
            bonds[0],
            bonds[1],
            bonds[2],
            bonds[3],
            small ? " 3" : "");
  }

  private static double estimate(IAtom atom) {
    double area =
        atom.getAtomicNumber() == 7
            ? 30.5 - 8.2 * atom.getBondCount()
            : 28.5 - 8.6 * atom.getBondCount();
    return Math.max(0, area + 1.5 * atom.getImplicitHydrogenCount());
  }
}
