package io.moltrail.chemistry;

import io.github.dan2097.jnainchi.JnaInchi;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.openscience.cdk.CDK;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one structure from the gate to its identity; belongs to one thread.
 *
 * <p>Whatever the toolkit throws, a stack overflow included, becomes the refusal {@code too-hard}.
 * The log names the fault but never the structure, which is confidential.
 */
final class StructureReader {

  private static final Logger LOG = LoggerFactory.getLogger(StructureReader.class);
  private static final String TOOLKIT =
      "CDK %s, InChI %s".formatted(CDK.getVersion(), JnaInchi.getInchiLibraryVersion());

  private final Duration inchiLimit;
  private final StructureDescriptors descriptors = new StructureDescriptors();

  StructureReader(Duration limitPerStructure) {
    // InChI gives up by itself before the pool gives up on the thread
    this.inchiLimit = Duration.ofMillis(Math.max(1, limitPerStructure.toMillis() * 3 / 4));
  }

  StructureReading read(String text, TautomerRule tautomers) {
    try {
      return new StructureReading.Accepted(structure(text, tautomers));
    } catch (StructureRefused refused) {
      return new StructureReading.Refused(refused.refusal());
    } catch (Throwable fault) {
      return new StructureReading.Refused(tooHard(fault));
    }
  }

  KeyReading key(String text) {
    try {
      var molecule = Drawing.read(text);
      var inchi = Inchi.of(molecule, inchiLimit);
      return new KeyReading.Accepted(
          CanonicalSmiles.join(components(molecule, inchi)), inchi.key());
    } catch (StructureRefused refused) {
      return new KeyReading.Refused(refused.refusal());
    } catch (Throwable fault) {
      return new KeyReading.Refused(tooHard(fault));
    }
  }

  private static StructureRefusal tooHard(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    LOG.warn(
        "a structure was too hard: {} at {}",
        fault.getClass().getName(),
        trace.length == 0 ? "?" : trace[0]);
    return StructureRefused.tooHard().refusal();
  }

  private Structure structure(String text, TautomerRule tautomers)
      throws StructureRefused, CDKException, IOException {
    var molecule = Drawing.read(text);
    var inchi = Inchi.of(molecule, inchiLimit);
    String fixedHydrogens =
        tautomers == TautomerRule.DISTINCT ? Inchi.fixedHydrogens(molecule, inchiLimit) : "";
    List<Component> components = components(molecule, inchi);
    boolean single = components.size() == 1 && components.getFirst().count() == 1;
    var formula = Formula.of(molecule);
    return new Structure(
        text,
        CanonicalSmiles.join(components),
        inchi.text(),
        inchi.key(),
        single ? inchi.key() : null,
        formula.hill(),
        formula.averageMass(),
        formula.monoisotopicMass(),
        descriptors.of(components, formula.averageMass()),
        components,
        Identity.of(Chemistry.RULE_VERSION, inchi.key(), fixedHydrogens),
        Chemistry.RULE_VERSION,
        TOOLKIT);
  }

  private static List<Component> components(IAtomContainer molecule, Inchi inchi)
      throws StructureRefused, CDKException, IOException {
    var classes = AtomClasses.of(molecule);
    StereoCentres.dropMeaningless(molecule, classes, inchi.stereo());
    return CanonicalSmiles.components(molecule, classes.order(inchi.numbers()));
  }
}
