package io.moltrail.query.history;

import io.moltrail.messages.molecule.MoleculeEvent;
import io.moltrail.messages.project.InvitationEvent;
import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.ProjectEvent;
import io.moltrail.query.molecules.MoleculeView;
import io.moltrail.query.platform.projection.Fact;
import io.moltrail.query.projects.InvitationView;
import io.moltrail.query.projects.MembersView;
import io.moltrail.query.projects.ProjectView;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One aggregate as its events go by, through the same folds as the read tables. */
final class SubjectHistory {

  private @Nullable ProjectView project;
  private @Nullable MembersView members;
  private final SortedMap<InvitationId, InvitationView> invitations =
      new TreeMap<>(Comparator.comparing(InvitationId::value));
  private @Nullable MoleculeView molecule;
  private boolean lost;

  /**
   * What the next event changed. After one that this version does not know nothing can be told:
   * what it changed may be changed again.
   *
   * @param fact empty when this version does not know the event
   */
  Difference next(Optional<Fact> fact) {
    lost |= fact.isEmpty();
    if (lost) {
      return Difference.UNTOLD;
    }
    Map<String, Object> before = fields();
    evolve(fact.get());
    return Difference.between(before, fields());
  }

  private void evolve(Fact fact) {
    switch (fact.event()) {
      case ProjectEvent it -> {
        project = ProjectView.evolve(project, it, fact.recorded());
        members = MembersView.evolve(members, it, fact.recorded());
        if (it instanceof InvitationEvent invitation) {
          invitations.compute(
              invitation.invitationId(),
              (id, before) -> InvitationView.evolve(before, invitation, fact.recorded()));
        }
      }
      case MoleculeEvent it -> molecule = MoleculeView.evolve(molecule, it, fact.recorded());
      default ->
          throw new IllegalArgumentException("no history is told of " + fact.event().getClass());
    }
  }

  /** What can change about it, as of now; null before its first event. */
  private @Nullable Map<String, Object> fields() {
    if (project != null && members != null) {
      return Fields.of(project, members, invitations.values());
    }
    return molecule == null ? null : Fields.of(molecule);
  }
}
