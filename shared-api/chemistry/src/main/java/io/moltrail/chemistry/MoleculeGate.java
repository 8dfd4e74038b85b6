package io.moltrail.chemistry;

import org.openscience.cdk.graph.ConnectedComponents;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.graph.GraphUtil;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * The rules that need the atoms and bonds: counts, aromatic atoms, valences. Marks ring atoms and
 * bonds on the way.
 */
final class MoleculeGate {

  /** InChI without its large-molecule option takes 1,023 atoms. */
  static final int MOST_ATOMS = 999;

  static final int MOST_COMPONENTS = 100;

  private MoleculeGate() {}

  static void check(IAtomContainer molecule) throws StructureRefused {
    if (molecule.getAtomCount() > MOST_ATOMS) {
      throw StructureRefused.tooManyAtoms();
    }
    if (new ConnectedComponents(GraphUtil.toAdjList(molecule)).nComponents() > MOST_COMPONENTS) {
      throw StructureRefused.tooManyComponents();
    }
    Cycles.markRingAtomsAndBonds(molecule);
    for (IAtom atom : molecule.atoms()) {
      checkAtom(atom);
    }
  }

  private static void checkAtom(IAtom atom) throws StructureRefused {
    if (atom.isAromatic() && !atom.isInRing()) {
      throw StructureRefused.noKekuleForm();
    }
    if (!Valence.possible(atom)) {
      throw new StructureRefused(
          "impossible-valence",
          "%s number %d has more bonds than the element and its charge allow."
              .formatted(atom.getSymbol(), atom.getIndex() + 1),
          -1);
    }
  }
}
