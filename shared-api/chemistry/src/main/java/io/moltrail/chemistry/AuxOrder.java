package io.moltrail.chemistry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The canonical atom order out of an InChI AuxInfo (InChI Technical Manual, "AuxInfo"): layer
 * {@code /N:}, and {@code /I:} for isotopes.
 *
 * <p>Each component lists the input atoms, 1-based, in canonical order: {@code /N:5,4,2;9,10}.
 */
final class AuxOrder {

  private final List<int[]> plain;
  private final List<int[]> isotopic;

  AuxOrder(String auxInfo) {
    plain = components(layer(auxInfo, "/N:"), List.of());
    String isotopes = layer(auxInfo, "/I:");
    isotopic = isotopes.isEmpty() ? plain : components(isotopes, plain);
  }

  private static String layer(String auxInfo, String name) {
    int start = auxInfo.indexOf(name);
    if (start < 0) {
      return "";
    }
    int end = auxInfo.indexOf('/', start + 1);
    return auxInfo.substring(start + name.length(), end < 0 ? auxInfo.length() : end);
  }

  /** "m" and "3m" stand for one or three components with the same order as in the layer before. */
  private static List<int[]> components(String layer, List<int[]> before) {
    var components = new ArrayList<int[]>();
    for (String part : layer.isEmpty() ? new String[0] : layer.split(";", -1)) {
      if (part.endsWith("m")) {
        int copies = part.length() == 1 ? 1 : Integer.parseInt(part, 0, part.length() - 1, 10);
        for (int i = 0; i < copies && components.size() < before.size(); i++) {
          components.add(before.get(components.size()));
        }
      } else {
        components.add(
            part.isEmpty()
                ? new int[0]
                : Arrays.stream(part.split(","))
                    .mapToInt(atom -> Integer.parseInt(atom) - 1)
                    .toArray());
      }
    }
    return components;
  }

  /** Atom, 0-based, that has the 1-based canonical number within the component, or -1. */
  int atom(boolean inIsotopicLayer, int component, int number) {
    var order = inIsotopicLayer ? isotopic : plain;
    if (component >= order.size() || number > order.get(component).length) {
      return -1;
    }
    return order.get(component)[number - 1];
  }

  /** InChI appends hydrogens of its own when it takes them off a metal; they are passed over. */
  int[] numbers(int atoms) {
    int[] numbers = new int[atoms];
    Arrays.fill(numbers, Integer.MAX_VALUE);
    int next = 0;
    for (int[] component : isotopic) {
      for (int atom : component) {
        if (atom < atoms) {
          numbers[atom] = next++;
        }
      }
    }
    return numbers;
  }
}
