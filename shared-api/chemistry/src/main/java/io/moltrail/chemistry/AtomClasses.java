package io.moltrail.chemistry;

import java.util.Arrays;
import java.util.Comparator;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * Sorts the atoms of a molecule as drawn into classes that no symmetry maps onto each other, then
 * into one order.
 *
 * <p>Colour refinement (Weisfeiler and Leman 1968; Morgan 1965) with individualisation. Ties go to
 * the atom with the lower canonical InChI number: InChI knows stereo and every symmetry, but
 * ignores where mobile hydrogens and charges were drawn, which the colours see. Ring bonds have no
 * order here, so that both Kekulé forms give the same classes; the valence of the atom stands for
 * it.
 */
final class AtomClasses {

  private static final int ORDERS = 8;

  private final int[][] neighbours;
  private final int[][] bonds;

  /** Per atom the index at which its class starts in the sorted order. */
  private int[] rank;

  private AtomClasses(IAtomContainer molecule) {
    int n = molecule.getAtomCount();
    neighbours = new int[n][];
    bonds = new int[n][];
    rank = new int[n];
    int[][] seeds = new int[n][];
    for (IAtom atom : molecule.atoms()) {
      seeds[atom.getIndex()] = seed(atom);
      connect(atom);
    }
    rank = ranksOf(seeds);
    refine();
  }

  static AtomClasses of(IAtomContainer molecule) {
    return new AtomClasses(molecule);
  }

  int classOf(int atom) {
    return rank[atom];
  }

  /** A place for every atom, 0-based and without ties. */
  int[] order(int[] inchiNumbers) {
    int n = rank.length;
    for (int start = 0; start < n; start++) {
      int chosen = -1;
      int size = 0;
      for (int atom = 0; atom < n; atom++) {
        if (rank[atom] == start) {
          size++;
          chosen = chosen < 0 || inchiNumbers[atom] < inchiNumbers[chosen] ? atom : chosen;
        }
      }
      if (size > 1) {
        single(chosen);
        refine();
      }
    }
    return rank.clone();
  }

  private void single(int chosen) {
    int tied = rank[chosen];
    for (int atom = 0; atom < rank.length; atom++) {
      if (rank[atom] == tied && atom != chosen) {
        rank[atom]++;
      }
    }
  }

  /**
   * Ends of chains before their middle, carbon before other elements, hydrogen last: where a
   * chemist starts to write.
   */
  private static int[] seed(IAtom atom) {
    int valence = 0;
    for (IBond bond : atom.bonds()) {
      valence += bond.getOrder().numeric();
    }
    int element = atom.getAtomicNumber();
    int charge = atom.getFormalCharge();
    return new int[] {
      element == 1 ? 1 : 0,
      atom.getBondCount(),
      element == 6 ? 0 : element,
      Math.abs(charge),
      charge,
      valence,
      atom.getImplicitHydrogenCount(),
      atom.isInRing() ? 1 : 0,
      atom.getMassNumber() == null ? 0 : atom.getMassNumber()
    };
  }

  private void connect(IAtom atom) {
    int degree = atom.getBondCount();
    int[] others = new int[degree];
    int[] orders = new int[degree];
    int i = 0;
    for (IBond bond : atom.bonds()) {
      others[i] = bond.getOther(atom).getIndex();
      orders[i++] = bond.isInRing() ? 0 : bond.getOrder().numeric();
    }
    neighbours[atom.getIndex()] = others;
    bonds[atom.getIndex()] = orders;
  }

  private void refine() {
    int classes = count(rank);
    while (classes < rank.length) {
      int[][] keys = new int[rank.length][];
      for (int atom = 0; atom < rank.length; atom++) {
        keys[atom] = key(atom);
      }
      rank = ranksOf(keys);
      int finer = count(rank);
      if (finer == classes) {
        return;
      }
      classes = finer;
    }
  }

  /** Own class first, so that classes only ever split and keep their order. */
  private int[] key(int atom) {
    int[] around = new int[neighbours[atom].length];
    for (int i = 0; i < around.length; i++) {
      around[i] = rank[neighbours[atom][i]] * ORDERS + bonds[atom][i];
    }
    Arrays.sort(around);
    int[] key = new int[around.length + 1];
    key[0] = rank[atom];
    System.arraycopy(around, 0, key, 1, around.length);
    return key;
  }

  private static int[] ranksOf(int[][] keys) {
    Integer[] sorted = new Integer[keys.length];
    Arrays.setAll(sorted, i -> i);
    Arrays.sort(sorted, Comparator.comparing(i -> keys[i], Arrays::compare));
    int[] ranks = new int[keys.length];
    int start = 0;
    for (int i = 0; i < sorted.length; i++) {
      start = i > 0 && Arrays.equals(keys[sorted[i]], keys[sorted[i - 1]]) ? start : i;
      ranks[sorted[i]] = start;
    }
    return ranks;
  }

  private static int count(int[] ranks) {
    boolean[] seen = new boolean[ranks.length];
    int classes = 0;
    for (int each : ranks) {
      classes += seen[each] ? 0 : 1;
      seen[each] = true;
    }
    return classes;
  }
}
