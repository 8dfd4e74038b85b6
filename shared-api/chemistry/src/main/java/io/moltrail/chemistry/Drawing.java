package io.moltrail.chemistry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/**
 * From a text to a checked molecule in Kekulé form, hydrogens implicit wherever nothing is lost by
 * it.
 */
final class Drawing {

  private Drawing() {}

  static IAtomContainer read(String text) throws StructureRefused {
    TextGate.check(text);
    IAtomContainer molecule = parse(text);
    MoleculeGate.check(molecule);
    molecule = withImplicitHydrogens(molecule);
    forgetAromaticity(molecule);
    return molecule;
  }

  /** A molecule of our own writing again, for numbers that do not depend on isotopes. */
  static IAtomContainer withoutIsotopes(String canonicalSmiles) throws InvalidSmilesException {
    IAtomContainer molecule =
        new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(canonicalSmiles);
    boolean hydrogens = false;
    for (IAtom atom : molecule.atoms()) {
      atom.setMassNumber(null);
      hydrogens |= atom.getAtomicNumber() == 1;
    }
    return hydrogens ? AtomContainerManipulator.suppressHydrogens(molecule) : molecule;
  }

  private static IAtomContainer parse(String text) throws StructureRefused {
    var parser = new SmilesParser(SilentChemObjectBuilder.getInstance());
    parser.setStrict(true);
    try {
      return parser.parseSmiles(text);
    } catch (InvalidSmilesException e) {
      String why = reason(e);
      if (why.contains("kekul")) {
        throw StructureRefused.noKekuleForm();
      }
      throw StructureRefused.notSmiles("This is not one valid SMILES: %s.".formatted(why), -1);
    }
  }

  /**
   * The toolkit's first line without the structure that it repeats: {@code could not parse 'C1C1',
   * Endpoints of ..:}.
   */
  private static String reason(InvalidSmilesException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String reason = line.substring(line.lastIndexOf("', ") < 0 ? 0 : line.lastIndexOf("', ") + 3);
    return reason.replaceAll("[:.\\s]+$", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Isotopes, hydrides, protons and bridging hydrogens stay atoms, and so does the only ligand of
   * an imine nitrogen with cis/trans mark.
   */
  private static IAtomContainer withImplicitHydrogens(IAtomContainer molecule) {
    List<IAtom> carriers = imineHydrogens(molecule);
    carriers.forEach(hydrogen -> hydrogen.setMassNumber(1));
    IAtomContainer suppressed = AtomContainerManipulator.suppressHydrogens(molecule);
    carriers.forEach(hydrogen -> hydrogen.setMassNumber(null));
    return suppressed;
  }

  private static List<IAtom> imineHydrogens(IAtomContainer molecule) {
    var hydrogens = new ArrayList<IAtom>();
    for (IStereoElement<?, ?> element : molecule.stereoElements()) {
      for (Object carrier : element.getCarriers()) {
        if (carrier instanceof IBond bond && element.getConfigClass() == IStereoElement.CT) {
          addImineHydrogen(bond.getBegin(), bond.getEnd(), hydrogens);
          addImineHydrogen(bond.getEnd(), bond.getBegin(), hydrogens);
        }
      }
    }
    return hydrogens;
  }

  private static void addImineHydrogen(IAtom one, IAtom other, List<IAtom> hydrogens) {
    if (one.getAtomicNumber() == 1
        && one.getMassNumber() == null
        && other.getAtomicNumber() == 7
        && other.getBondCount() == 2) {
      hydrogens.add(one);
    }
  }

  private static void forgetAromaticity(IAtomContainer molecule) {
    for (IAtom atom : molecule.atoms()) {
      atom.setIsAromatic(false);
    }
    for (IBond bond : molecule.bonds()) {
      bond.setIsAromatic(false);
    }
  }
}
