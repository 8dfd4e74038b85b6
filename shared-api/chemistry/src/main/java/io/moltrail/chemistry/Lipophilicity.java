package io.moltrail.chemistry;

import java.util.HashMap;
import java.util.Map;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.qsar.descriptors.molecular.JPlogPDescriptor;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/**
 * Estimates logP by JPLogP: a sum of contributions of atom types (Plante and Werner 2018,
 * doi:10.1186/s13321-018-0316-5), with the weights of the toolkit.
 *
 * <p>Where the model knows no type for an atom (metals, odd ions), and only there, the rough count
 * of Mannhold 2009 (doi:10.1002/jps.21494) stands in: {@code 1.46 + 0.11 C - 0.11 heteroatoms}. We
 * add up ourselves because the toolkit prints every unknown type to standard output. One instance
 * belongs to one thread.
 */
final class Lipophilicity {

  private static final Map<Integer, Double> WEIGHTS = weights();

  private final AtomTypes types = new AtomTypes();

  private static final class AtomTypes extends JPlogPDescriptor {

    private final JPlogPCalculator calculator = new JPlogPCalculator();

    Map<Integer, Integer> count(IAtomContainer molecule) {
      return calculator.getMappedHologram(molecule);
    }
  }

  private static Map<Integer, Double> weights() {
    var weights = new HashMap<Integer, Double>();
    Object[] table = JPlogPDescriptor.WEIGHTS_CURR;
    for (int i = 0; i < table.length; i += 2) {
      weights.put((Integer) table[i], (Double) table[i + 1]);
    }
    return weights;
  }

  /**
   * Changes the molecule: hydrogens become atoms. The aromaticity is the old one, because the
   * weights were fitted with it.
   */
  @SuppressWarnings("deprecation")
  double of(IAtomContainer molecule) throws CDKException {
    double rough = rough(molecule);
    AtomContainerManipulator.percieveAtomTypesAndConfigureUnsetProperties(molecule);
    AtomContainerManipulator.convertImplicitToExplicitHydrogens(molecule);
    Aromaticity.cdkLegacy().apply(molecule);
    double sum = 0;
    for (var type : types.count(molecule).entrySet()) {
      Double weight = WEIGHTS.get(type.getKey());
      if (weight == null) {
        return rough;
      }
      sum += type.getValue() * weight;
    }
    return sum;
  }

  private static double rough(IAtomContainer molecule) {
    int carbons = 0;
    int others = 0;
    for (IAtom atom : molecule.atoms()) {
      carbons += atom.getAtomicNumber() == 6 ? 1 : 0;
      others += atom.getAtomicNumber() != 6 && atom.getAtomicNumber() != 1 ? 1 : 0;
    }
    return 1.46 + 0.11 * carbons - 0.11 * others;
  }
}
