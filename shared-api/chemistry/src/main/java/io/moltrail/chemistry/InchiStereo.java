package io.moltrail.chemistry;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stereo layers of an InChI ({@code /b} and {@code /t}, also those of the isotopic layer): the
 * centres that really are centres.
 *
 * <p>A centre may be drawn on an atom with two equal ligands; InChI leaves it out, and so do we.
 */
final class InchiStereo {

  private static final Pattern COPIES = Pattern.compile("^(\\d+)\\*(.*)$");
  private static final Pattern CENTRE = Pattern.compile("^(\\d+)[-+]$");
  private static final Pattern BOND = Pattern.compile("^(\\d+)-(\\d+)[-+]$");

  private final Set<Long> atoms = new HashSet<>();

  InchiStereo(String inchi, AuxOrder order) {
    boolean isotopic = false;
    for (String layer : inchi.split("/")) {
      isotopic |= layer.startsWith("i");
      if (layer.startsWith("t") || layer.startsWith("b")) {
        read(layer.substring(1), isotopic, order);
      }
    }
  }

  private void read(String layer, boolean isotopic, AuxOrder order) {
    int component = 0;
    for (String part : layer.split(";", -1)) {
      Matcher repeated = COPIES.matcher(part);
      int copies = repeated.matches() ? Integer.parseInt(repeated.group(1)) : 1;
      String centres = repeated.matches() ? repeated.group(2) : part;
      for (int end = component + copies; component < end; component++) {
        for (String centre : centres.split(",")) {
          add(centre, component, isotopic, order);
        }
      }
    }
  }

  private void add(String centre, int component, boolean isotopic, AuxOrder order) {
    Matcher atom = CENTRE.matcher(centre);
    Matcher bond = BOND.matcher(centre);
    if (atom.matches()) {
      int index = order.atom(isotopic, component, Integer.parseInt(atom.group(1)));
      atoms.add(pair(index, index));
    } else if (bond.matches()) {
      atoms.add(
          pair(
              order.atom(isotopic, component, Integer.parseInt(bond.group(1))),
              order.atom(isotopic, component, Integer.parseInt(bond.group(2)))));
    }
  }

  private static long pair(int one, int other) {
    return (long) Math.min(one, other) << 32 | Math.max(one, other);
  }

  boolean knowsCentre(int atom) {
    return atoms.contains(pair(atom, atom));
  }

  boolean knowsBond(int one, int other) {
    return atoms.contains(pair(one, other));
  }
}
