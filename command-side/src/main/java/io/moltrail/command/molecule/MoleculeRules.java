package io.moltrail.command.molecule;

import io.moltrail.command.platform.Guards.Guard;
import io.moltrail.command.platform.ProjectRules;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.molecule.StructureFacts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /**
   * Neither project is archived, nor is the molecule; and if one of the projects is regulated, it
   * is said why.
   */
  static void mayMove(Guard from, Guard to, boolean archived, @Nullable String reason) {
    ProjectRules.reasonGiven(from.regulated() || to.regulated(), reason);
    ProjectRules.notArchived(from.archived());
    ProjectRules.notArchived(to.archived());
    notArchived(archived);
  }

  /**
   * What makes two structures the same is each project's own rule; where the rules differ, the
   * structure was computed anew, and from the text that stands for it now.
   *
   * @throws Refusal.StaleVersion when it was computed from another text, or not at all
   */
  static StructureFacts structureIn(
      Guard to, Guard from, StructureFacts now, Optional<StructureFacts> anew) {
    if (to.tautomers() == from.tautomers()) {
      return now;
    }
    return anew.filter(it -> it.submitted().equals(now.submitted()))
        .orElseThrow(Refusal.StaleVersion::new);
  }
}
