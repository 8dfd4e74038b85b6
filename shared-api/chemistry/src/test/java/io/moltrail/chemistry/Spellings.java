package io.moltrail.chemistry;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import uk.ac.ebi.beam.Graph;

/**
 * Seeded: makes molecules up and spells molecules in random order. The seed is printed, so that a
 * failure can be repeated.
 */
final class Spellings {

  private static final List<String> LINKS =
      List.of(
          "C",
          "O",
          "S",
          "N(C)",
          "C(=O)",
          "c1ccc(cc1)",
          "[C@H](F)",
          "[C@@H](O)",
          "/C=C/C",
          "/C=C\\C",
          "C1CC1",
          "[13CH2]",
          "C([2H])",
          "c1cc(ccc1Cl)",
          "C(C(F)(F)F)",
          "C#C",
          "c1nc([nH]c1C)",
          "C1CCC(CC1)",
          "[C@H]1CC[C@H](CC1)",
          "[N+](C)(C)",
          "C(C(=O)[O-])",
          "S(=O)(=O)",
          "[Si](C)(C)",
          "C([N+](=O)[O-])");
  private static final List<String> COUNTERIONS =
      List.of(".Cl", ".[Na+].[Cl-]", ".O.O", ".OC(=O)C(F)(F)F", ".[Fe+2]");

  private final Random random;

  private Spellings(long seed) {
    this.random = new Random(seed);
  }

  static Spellings ofSeed(String test) {
    long seed = Long.getLong("moltrail.seed", System.nanoTime());
    System.out.println(test + ": repeat with -Dmoltrail.seed=" + seed);
    return new Spellings(seed);
  }

  /** A chain of well-known groups, now and then with a counterion or twice in one structure. */
  String molecule() {
    var text = new StringBuilder("C");
    int links = 2 + random.nextInt(8);
    for (int i = 0; i < links; i++) {
      text.append(LINKS.get(random.nextInt(LINKS.size())));
    }
    String chain = text.append("N").toString();
    return switch (random.nextInt(6)) {
      case 0 -> chain + COUNTERIONS.get(random.nextInt(COUNTERIONS.size()));
      case 1 -> chain + "." + chain + COUNTERIONS.get(random.nextInt(COUNTERIONS.size()));
      default -> chain;
    };
  }

  /** The same molecule with its atoms and bonds in another order. */
  String respell(String smiles) throws IOException {
    Graph graph = Graph.fromSmiles(smiles);
    int[] order = new int[graph.order()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return graph.permute(order).toSmiles();
  }

  <T> List<T> sample(List<T> all, int size) {
    return random
        .ints(0, all.size())
        .distinct()
        .limit(Math.min(size, all.size()))
        .mapToObj(all::get)
        .toList();
  }
}
