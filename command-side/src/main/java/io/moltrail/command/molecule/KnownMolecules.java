package io.moltrail.command.molecule;

import io.moltrail.command.platform.Streams;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.MoleculeId;
import org.jspecify.annotations.Nullable;

/** A look at molecules without locks. The aggregate decides again, under locks. */
final class KnownMolecules {

  private final Streams streams;

  KnownMolecules(Streams streams) {
    this.streams = streams;
  }

  /**
   * As it is now, so that nothing slow is done for a change that would be refused anyway.
   *
   * @param expected the version that the author has read
   * @throws Refusal.StaleVersion when it is another by now
   */
  KnownMolecule asRead(MoleculeId molecule, long expected) {
    KnownMolecule now = at(molecule, Long.MAX_VALUE);
    if (now.version() != expected) {
      throw new Refusal.StaleVersion();
    }
    return now;
  }

  /** As it was right after a version. */
  KnownMolecule at(MoleculeId molecule, long version) {
    @Nullable KnownMolecule known = null;
    for (var message : streams.of(molecule)) {
      if (message.getSequenceNumber() < version) {
        known = KnownMolecule.after(known, message);
      }
    }
    if (known == null) {
      throw new Refusal.NotFound();
    }
    return known;
  }
}
