package io.moltrail.chemistry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IStereoElement;

/**
 * Takes away stereo marks that mean nothing, such as {@code C[C@H](C)O}: they would make one
 * molecule look like two.
 *
 * <p>A tetrahedral, allene or double-bond mark stays when its ligands are of different classes or
 * when InChI recognises it (which sees the centres that depend on each other, as in a cyclohexane
 * of two substituents). Square planar and higher marks always stay.
 */
final class StereoCentres {

  private StereoCentres() {}

  static void dropMeaningless(IAtomContainer molecule, AtomClasses classes, InchiStereo inchi) {
    List<IStereoElement<?, ?>> kept = new ArrayList<>();
    boolean dropped = false;
    for (IStereoElement<?, ?> element : molecule.stereoElements()) {
      if (means(element, classes, inchi)) {
        kept.add(element);
      } else {
        dropped = true;
      }
    }
    if (dropped) {
      molecule.setStereoElements(new ArrayList<>(kept));
    }
  }

  private static boolean means(
      IStereoElement<?, ?> element, AtomClasses classes, InchiStereo inchi) {
    return switch (element.getConfigClass()) {
      case IStereoElement.TH ->
          element.getFocus() instanceof IAtom centre
              && (inchi.knowsCentre(centre.getIndex()) || allDiffer(centre, null, classes));
      case IStereoElement.AL ->
          element.getFocus() instanceof IAtom centre
              && (inchi.knowsCentre(centre.getIndex()) || endsDiffer(centre, classes));
      case IStereoElement.CT ->
          element.getFocus() instanceof IBond bond
              && (inchi.knowsBond(bond.getBegin().getIndex(), bond.getEnd().getIndex())
                  || allDiffer(bond.getBegin(), bond, classes)
                      && allDiffer(bond.getEnd(), bond, classes));
      default -> true;
    };
  }

  private static boolean endsDiffer(IAtom centre, AtomClasses classes) {
    for (IBond bond : centre.bonds()) {
      if (!allDiffer(bond.getOther(centre), bond, classes)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the neighbours of an atom, without the one across {@code except}, are of different
   * classes; two hydrogens never are.
   */
  private static boolean allDiffer(IAtom atom, @Nullable IBond except, AtomClasses classes) {
    if (atom.getImplicitHydrogenCount() > 1) {
      return false;
    }
    var seen = new ArrayList<Integer>();
    for (IBond bond : atom.bonds()) {
      int kind = classes.classOf(bond.getOther(atom).getIndex());
      if (bond != except && seen.contains(kind)) {
        return false;
      }
      if (bond != except) {
        seen.add(kind);
      }
    }
    return true;
  }
}
