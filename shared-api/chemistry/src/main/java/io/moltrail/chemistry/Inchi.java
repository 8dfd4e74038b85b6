package io.moltrail.chemistry;

import io.github.dan2097.jnainchi.InchiFlag;
import io.github.dan2097.jnainchi.InchiOptions;
import io.github.dan2097.jnainchi.InchiStatus;
import java.time.Duration;
import java.util.Arrays;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.inchi.InChIGenerator;
import org.openscience.cdk.inchi.InChIGeneratorFactory;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * One run of the IUPAC InChI software: standard InChI, its key, and the canonical numbers that it
 * gave the atoms.
 *
 * @param text the InChI
 * @param key the InChIKey
 * @param numbers per atom its place in InChI's canonical order over all components, 0-based;
 *     unnumbered atoms (hydrogens) come last
 * @param stereo which of the drawn stereo centres InChI recognises
 */
record Inchi(String text, String key, int[] numbers, InchiStereo stereo) {

  static Inchi of(IAtomContainer molecule, Duration limit) throws StructureRefused {
    var run = run(molecule, limit);
    var order = new AuxOrder(run.getAuxInfo());
    var stereo = new InchiStereo(run.getInchi(), order);
    return new Inchi(run.getInchi(), key(run), order.numbers(molecule.getAtomCount()), stereo);
  }

  /**
   * The fixed-hydrogen layer, from {@code /f} on, of a second run; empty where no hydrogen is
   * mobile.
   */
  static String fixedHydrogens(IAtomContainer molecule, Duration limit) throws StructureRefused {
    String text = run(molecule, limit, InchiFlag.FixedH).getInchi();
    int layer = text.indexOf("/f");
    return layer < 0 ? "" : text.substring(layer);
  }

  private static InChIGenerator run(IAtomContainer molecule, Duration limit, InchiFlag... flags)
      throws StructureRefused {
    var options =
        new InchiOptions.InchiOptionsBuilder()
            .withFlag(flags)
            .withTimeoutMilliSeconds(limit.toMillis())
            .build();
    try {
      var run = InChIGeneratorFactory.getInstance().getInChIGenerator(molecule, options);
      if (String.valueOf(run.getMessage()).contains("Time limit")) {
        throw StructureRefused.tooHard();
      }
      if (run.getStatus() == InchiStatus.ERROR
          || run.getInchi() == null
          || run.getInchi().isEmpty()) {
        throw StructureRefused.noInchi(String.valueOf(run.getMessage()));
      }
      return run;
    } catch (CDKException e) {
      throw StructureRefused.noInchi(String.valueOf(e.getMessage()));
    }
  }

  private static String key(InChIGenerator run) throws StructureRefused {
    try {
      return run.getInchiKey();
    } catch (CDKException e) {
      throw StructureRefused.noInchi(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Inchi inchi
        && text.equals(inchi.text)
        && Arrays.equals(numbers, inchi.numbers);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
