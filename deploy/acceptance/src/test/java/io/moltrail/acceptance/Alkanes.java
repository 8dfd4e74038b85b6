package io.moltrail.acceptance;

import java.util.ArrayList;
import java.util.List;

/**
 * Any number of distinct small molecules: a chain with two hetero atoms at places that a number
 * decides.
 */
final class Alkanes {

  private static final String[] ATOMS = {
    "O", "N", "S", "C(=O)", "C(F)", "C(Cl)", "C(Br)", "C(O)", "C(N)"
  };

  private Alkanes() {}

  static List<String> batch(int batch, int size) {
    List<String> smiles = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      smiles.add(smiles(batch * size + i));
    }
    return smiles;
  }

  /**
   * Digits of the number in base nine, each a group between carbons; a carboxyl end gives the chain
   * a direction.
   */
  static String smiles(int number) {
    StringBuilder chain = new StringBuilder("CCC");
    int rest = number + 1;
    while (rest > 0) {
      chain.append(ATOMS[rest % ATOMS.length]).append("CC");
      rest /= ATOMS.length;
    }
    return chain.append("C(=O)O").toString();
  }
}
