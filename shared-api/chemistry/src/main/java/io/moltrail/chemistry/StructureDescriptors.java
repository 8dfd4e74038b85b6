package io.moltrail.chemistry;

import java.util.List;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.graph.ConnectedComponents;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.graph.GraphUtil;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.qsar.IMolecularDescriptor;
import org.openscience.cdk.qsar.descriptors.molecular.HBondAcceptorCountDescriptor;
import org.openscience.cdk.qsar.result.DoubleResult;
import org.openscience.cdk.qsar.result.IDescriptorResult;
import org.openscience.cdk.qsar.result.IntegerResult;

/**
 * Works out {@link Descriptors}. One instance belongs to one thread, because the toolkit's
 * descriptors do not promise to be shared.
 *
 * <p>Everything is read off the canonical SMILES, with isotopes forgotten, so that no spelling of a
 * molecule gives other numbers: the toolkit's atom types depend on which Kekulé form was drawn.
 * Acceptors are counted as the toolkit does: nitrogens with a free lone pair, oxygens that are not
 * beside a nitro or in an aromatic ring.
 */
final class StructureDescriptors {

  private final Lipophilicity logP = new Lipophilicity();
  private final IMolecularDescriptor acceptors = new HBondAcceptorCountDescriptor();

  Descriptors of(List<Component> components, double averageMass) throws CDKException {
    var molecule = Drawing.withoutIsotopes(CanonicalSmiles.join(components));
    Cycles.markRingAtomsAndBonds(molecule);
    Aromaticity.apply(Aromaticity.Model.Daylight, molecule);
    double lipophilicity =
        Formula.rounded(logP.of(Drawing.withoutIsotopes(components.getFirst().smiles())), 4);
    int donors = donors(molecule);
    int accepting = (int) value(acceptors, molecule);
    int violations =
        (averageMass > 500 ? 1 : 0)
            + (lipophilicity > 5 ? 1 : 0)
            + (donors > 5 ? 1 : 0)
            + (accepting > 10 ? 1 : 0);
    return new Descriptors(
        lipophilicity,
        Formula.rounded(PolarSurface.of(molecule), 2),
        donors,
        accepting,
        rotatableBonds(molecule),
        heavyAtoms(molecule),
        rings(molecule),
        fractionSp3(molecule),
        violations);
  }

  private static double value(IMolecularDescriptor descriptor, IAtomContainer molecule) {
    IDescriptorResult result = descriptor.calculate(molecule).getValue();
    return switch (result) {
      case DoubleResult real -> real.doubleValue();
      case IntegerResult whole -> whole.intValue();
      default -> throw new IllegalStateException(descriptor.getClass() + " gave no number");
    };
  }

  private static int donors(IAtomContainer molecule) {
    int donors = 0;
    for (IAtom atom : molecule.atoms()) {
      boolean donating = atom.getAtomicNumber() == 7 || atom.getAtomicNumber() == 8;
      donors += donating && hydrogens(atom) > 0 ? 1 : 0;
    }
    return donors;
  }

  private static int hydrogens(IAtom atom) {
    int hydrogens = atom.getImplicitHydrogenCount();
    for (IBond bond : atom.bonds()) {
      hydrogens += bond.getOther(atom).getAtomicNumber() == 1 ? 1 : 0;
    }
    return hydrogens;
  }

  private static int heavyNeighbours(IAtom atom) {
    int heavy = 0;
    for (IBond bond : atom.bonds()) {
      heavy += bond.getOther(atom).getAtomicNumber() > 1 ? 1 : 0;
    }
    return heavy;
  }

  private static int rotatableBonds(IAtomContainer molecule) {
    int rotatable = 0;
    for (IBond bond : molecule.bonds()) {
      IAtom one = bond.getBegin();
      IAtom other = bond.getEnd();
      boolean free =
          bond.getOrder() == IBond.Order.SINGLE
              && !bond.isInRing()
              && heavyNeighbours(one) > 1
              && heavyNeighbours(other) > 1
              && !linear(one)
              && !linear(other)
              && !amide(one, other)
              && !amide(other, one);
      rotatable += free ? 1 : 0;
    }
    return rotatable;
  }

  private static boolean linear(IAtom atom) {
    for (IBond bond : atom.bonds()) {
      if (bond.getOrder() == IBond.Order.TRIPLE) {
        return true;
      }
    }
    return false;
  }

  private static boolean amide(IAtom carbon, IAtom nitrogen) {
    if (carbon.getAtomicNumber() != 6 || nitrogen.getAtomicNumber() != 7) {
      return false;
    }
    for (IBond bond : carbon.bonds()) {
      if (bond.getOrder() == IBond.Order.DOUBLE && bond.getOther(carbon).getAtomicNumber() == 8) {
        return true;
      }
    }
    return false;
  }

  private static int heavyAtoms(IAtomContainer molecule) {
    int heavy = 0;
    for (IAtom atom : molecule.atoms()) {
      heavy += atom.getAtomicNumber() > 1 ? 1 : 0;
    }
    return heavy;
  }

  private static int rings(IAtomContainer molecule) {
    int components = new ConnectedComponents(GraphUtil.toAdjList(molecule)).nComponents();
    return molecule.getBondCount() - molecule.getAtomCount() + components;
  }

  private static double fractionSp3(IAtomContainer molecule) {
    int carbons = 0;
    int saturated = 0;
    for (IAtom atom : molecule.atoms()) {
      if (atom.getAtomicNumber() == 6) {
        carbons++;
        saturated += saturated(atom) ? 1 : 0;
      }
    }
    return carbons == 0 ? 0 : Formula.rounded((double) saturated / carbons, 4);
  }

  private static boolean saturated(IAtom atom) {
    for (IBond bond : atom.bonds()) {
      if (bond.getOrder() != IBond.Order.SINGLE) {
        return false;
      }
    }
    return true;
  }
}
