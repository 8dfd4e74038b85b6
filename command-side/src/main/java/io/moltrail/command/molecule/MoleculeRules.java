package io.moltrail.command.molecule;

import io.moltrail.messages.Refusal;

/** What a molecule asks of whoever changes it. */
final class MoleculeRules {

  private MoleculeRules() {}

  /** What was put aside stays as it is. */
  static void notArchived(boolean archived) {
    if (archived) {
      throw new Refusal.Conflict(
          "molecule-archived", "The molecule is archived; restore it before you change it.");
    }
  }
}
