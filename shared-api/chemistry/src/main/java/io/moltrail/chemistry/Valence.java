package io.moltrail.chemistry;

import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IBond;

/**
 * The most bonds an atom can have, by element and charge; fewer are a radical and stay as drawn.
 *
 * <p>Counts electrons: with {@code e} = valence electrons minus charge, an atom of the first two
 * rows has at most {@code e} bonds up to four and {@code 8 - e} beyond; Si, P, S, halogens and
 * their heavier kin may use every electron ({@code e} bonds: PF5, SF6, IF7, SiF6 2-). Metals,
 * germanium and antimony included, are free, and a bond to one does not count for its partner,
 * because ligands are drawn without charges. Neutral nitrogen of five bonds is tolerated where it
 * is only a spelling of a charge-separated form: N=O (nitro, N-oxide) and azide or diazo; InChI
 * gives both spellings one key.
 */
final class Valence {

  private static final int METAL = -1;

  private Valence() {}

  static boolean possible(IAtom atom) {
    int group = group(atom.getAtomicNumber());
    if (group == METAL) {
      return true;
    }
    int bonds = bonds(atom);
    return bonds <= most(atom.getAtomicNumber(), group, atom.getFormalCharge())
        || spelledWithFiveBonds(atom, bonds);
  }

  /** -1 when the charge itself is impossible. */
  private static int most(int atomicNumber, int electronsOfElement, int charge) {
    int electrons = electronsOfElement - charge;
    if (atomicNumber == 1) {
      return charge == 0 ? 1 : Math.abs(charge) == 1 ? 0 : -1;
    }
    if (electrons < 0 || electrons > 8 || atomicNumber <= 10 && charge > 2) {
      return -1;
    }
    if (atomicNumber == 2 || atomicNumber == 10 || atomicNumber == 18) {
      return charge;
    }
    return electrons <= 4 || atomicNumber > 10 ? electrons : 8 - electrons;
  }

  /** Valence electrons of a non-metal, or METAL. */
  private static int group(int atomicNumber) {
    return switch (atomicNumber) {
      case 1 -> 1;
      case 5 -> 3;
      case 6, 14 -> 4;
      case 7, 15, 33 -> 5;
      case 8, 16, 34, 52 -> 6;
      case 9, 17, 35, 53, 85, 117 -> 7;
      case 2, 10, 18, 36, 54, 86, 118 -> 8;
      default -> METAL;
    };
  }

  private static int bonds(IAtom atom) {
    int bonds = atom.getImplicitHydrogenCount();
    for (IBond bond : atom.bonds()) {
      if (group(bond.getOther(atom).getAtomicNumber()) != METAL) {
        bonds += bond.getOrder().numeric();
      }
    }
    return bonds;
  }

  private static boolean spelledWithFiveBonds(IAtom atom, int bonds) {
    if (atom.getAtomicNumber() != 7 || atom.getFormalCharge() != 0 || bonds > 5) {
      return false;
    }
    for (IBond bond : atom.bonds()) {
      IAtom other = bond.getOther(atom);
      boolean terminal = other.getBondCount() == 1 && other.getFormalCharge() == 0;
      if (terminal && bond.getOrder() == IBond.Order.DOUBLE && other.getAtomicNumber() == 8
          || terminal && bond.getOrder() == IBond.Order.TRIPLE && other.getAtomicNumber() == 7
          || bond.getOrder() == IBond.Order.TRIPLE
              && atom.getBondCount() == 2
              && terminalNeighbour(atom)) {
        return true;
      }
    }
    return false;
  }

  /** The other drawing of azide and isocyanide-like ends, {@code N=N#C}. */
  private static boolean terminalNeighbour(IAtom atom) {
    for (IBond bond : atom.bonds()) {
      if (bond.getOther(atom).getBondCount() == 1) {
        return true;
      }
    }
    return false;
  }
}
