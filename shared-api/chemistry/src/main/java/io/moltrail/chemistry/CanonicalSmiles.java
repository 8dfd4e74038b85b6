package io.moltrail.chemistry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import uk.ac.ebi.beam.Functions;
import uk.ac.ebi.beam.Graph;

/**
 * Writes the one SMILES of a molecule: stereo, isotopes and charges as drawn, aromatic atoms in
 * lower case (a component that would lose a cis/trans mark by it stays in Kekulé form).
 *
 * <p>Same idea as the toolkit's absolute SMILES (O'Boyle 2012, doi:10.1186/1758-2946-4-22), but
 * each component is ordered and written by itself. The toolkit's own fails on salts with repeated
 * large components. Components stand largest first, ties by SMILES.
 */
final class CanonicalSmiles {

  private CanonicalSmiles() {}

  static String join(List<Component> components) {
    var parts = new ArrayList<String>();
    for (Component component : components) {
      for (int i = 0; i < component.count(); i++) {
        parts.add(component.smiles());
      }
    }
    return String.join(".", parts);
  }

  static List<Component> components(IAtomContainer molecule, int[] order)
      throws StructureRefused, CDKException, IOException {
    int[] written = new int[molecule.getAtomCount()];
    String[] drafts = draft(molecule, written).split("\\.");
    int[] atomAt = new int[written.length];
    for (int atom = 0; atom < written.length; atom++) {
      atomAt[written[atom]] = atom;
    }
    var found = new TreeMap<Part, Integer>();
    int first = 0;
    for (String draft : drafts) {
      Graph graph = Graph.fromSmiles(draft);
      var part =
          new Part(heavyAtoms(graph), write(graph, labels(graph.order(), first, atomAt, order)));
      found.merge(part, 1, Integer::sum);
      first += graph.order();
    }
    return found.entrySet().stream()
        .map(entry -> new Component(entry.getKey().smiles, entry.getValue()))
        .toList();
  }

  /** Any isomeric SMILES; {@code written} gets the place of each atom in it. */
  private static String draft(IAtomContainer molecule, int[] written)
      throws StructureRefused, CDKException {
    try {
      return SmilesGenerator.create(molecule, SmiFlavor.Isomeric, written);
    } catch (IllegalArgumentException contradiction) {
      // "cannot assign geometric configuration": two rows of invalid-smiles/real_bad_rows.tsv
      throw new StructureRefused(
          "contradicting-stereo",
          "The cis/trans marks of neighbouring double bonds cannot all be written at once.",
          -1);
    }
  }

  private record Part(int heavyAtoms, String smiles) implements Comparable<Part> {

    @Override
    public int compareTo(Part other) {
      return Comparator.comparing(Part::heavyAtoms, Comparator.reverseOrder())
          .thenComparing(Part::smiles)
          .compare(this, other);
    }
  }

  private static int heavyAtoms(Graph graph) {
    int heavy = 0;
    for (int i = 0; i < graph.order(); i++) {
      heavy += graph.atom(i).element().atomicNumber() > 1 ? 1 : 0;
    }
    return heavy;
  }

  /** The places of the component's atoms in the order, closed up to 0..n-1. */
  private static int[] labels(int atoms, int first, int[] atomAt, int[] order) {
    Integer[] sorted = new Integer[atoms];
    Arrays.setAll(sorted, i -> i);
    Arrays.sort(sorted, Comparator.comparing(i -> order[atomAt[first + i]]));
    int[] labels = new int[atoms];
    for (int place = 0; place < atoms; place++) {
      labels[sorted[place]] = place;
    }
    return labels;
  }

  /**
   * One choice of Kekulé form, of direction for double-bond marks, and of which branch goes first.
   */
  private static String write(Graph draft, int[] labels) throws IOException {
    Graph kekule = draft.permute(labels).resonate();
    kekule.sort(new Graph.VisitHighOrderFirst());
    kekule = Functions.normaliseDirectionalLabels(kekule);
    kekule.sort(new Graph.VisitHighOrderFirst()).sort(new Graph.VisitHydrogenFirst());
    String upperCase = kekule.toSmiles();
    String lowerCase =
        kekule
            .aromatic()
            .sort(new Graph.VisitHighOrderFirst())
            .sort(new Graph.VisitHydrogenFirst())
            .toSmiles();
    return directions(lowerCase) == directions(upperCase) ? lowerCase : upperCase;
  }

  /**
   * An aromatic ring with a marked double bond to the outside, as in a quinolin-4-imine, loses the
   * mark in lower case.
   */
  private static long directions(String smiles) {
    return smiles.chars().filter(c -> c == '/' || c == '\\').count();
  }
}
