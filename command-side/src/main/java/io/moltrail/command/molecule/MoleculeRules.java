package io.moltrail.command.molecule;

import io.moltrail.messages.Refusal;

/** What a molecule asks of whoever changes it. */
final class MoleculeRules {

  /** Of one molecule. */
  static final int MOST_ANNOTATIONS = 50;

  private MoleculeRules() {}

  /** What was put aside stays as it is. */
  static void notArchived(boolean archived) {
    if (archived) {
      throw new Refusal.Conflict(
          "molecule-archived", "The molecule is archived; restore it before you change it.");
    }
  }

  /**
   * @param annotations how many it would have
   */
  static void notOverAnnotated(int annotations) {
    if (annotations > MOST_ANNOTATIONS) {
      throw new Refusal.Conflict(
          "too-many-annotations", "The molecule would have more than 50 annotations.");
    }
  }
}
