package io.moltrail.eventstore.json;

import io.moltrail.messages.Event;
import io.moltrail.messages.molecule.AnnotationsRemoved;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeAnnotated;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeMoved;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.MoleculeRestored;
import io.moltrail.messages.molecule.StructureRevised;
import io.moltrail.messages.project.InvitationAccepted;
import io.moltrail.messages.project.InvitationExpired;
import io.moltrail.messages.project.InvitationWithdrawn;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberInvited;
import io.moltrail.messages.project.MemberRemoved;
import io.moltrail.messages.project.MemberRoleChanged;
import io.moltrail.messages.project.OwnershipTransferred;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.ProjectDescribed;
import io.moltrail.messages.project.ProjectRenamed;
import io.moltrail.messages.project.ProjectRestored;
import io.moltrail.messages.user.DisplayNameChanged;
import io.moltrail.messages.user.EmailChanged;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.RoleGranted;
import io.moltrail.messages.user.RoleRevoked;
import io.moltrail.messages.user.TierChanged;
import io.moltrail.messages.user.UserRegistered;
import io.moltrail.messages.user.UserReinstated;
import io.moltrail.messages.user.UserSuspended;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which stored name stands for which event. A class may be moved or renamed; a stored name never
 * changes. A change of the record needs a new revision, an upcaster and a sample; a new event needs
 * a sample (README).
 */
public final class EventTypes {

  private static final List<EventType> ALL =
      List.of(
          new EventType("user.registered", "1", UserRegistered.class),
          new EventType("user.email-verified", "2", EmailVerified.class),
          new EventType("user.email-changed", "1", EmailChanged.class),
          new EventType("user.display-name-changed", "1", DisplayNameChanged.class),
          new EventType("user.tier-changed", "1", TierChanged.class),
          new EventType("user.role-granted", "1", RoleGranted.class),
          new EventType("user.role-revoked", "1", RoleRevoked.class),
          new EventType("user.suspended", "1", UserSuspended.class),
          new EventType("user.reinstated", "1", UserReinstated.class),
          new EventType("project.created", "1", ProjectCreated.class),
          new EventType("project.renamed", "1", ProjectRenamed.class),
          new EventType("project.described", "1", ProjectDescribed.class),
          new EventType("project.member-added", "1", MemberAdded.class),
          new EventType("project.member-role-changed", "1", MemberRoleChanged.class),
          new EventType("project.member-removed", "1", MemberRemoved.class),
          new EventType("project.ownership-transferred", "1", OwnershipTransferred.class),
          new EventType("project.member-invited", "1", MemberInvited.class),
          new EventType("project.invitation-withdrawn", "1", InvitationWithdrawn.class),
          new EventType("project.invitation-accepted", "1", InvitationAccepted.class),
          new EventType("project.invitation-expired", "1", InvitationExpired.class),
          new EventType("project.archived", "1", ProjectArchived.class),
          new EventType("project.restored", "1", ProjectRestored.class),
          new EventType("molecule.added", "1", MoleculeAdded.class),
          new EventType("molecule.renamed", "1", MoleculeRenamed.class),
          new EventType("molecule.structure-revised", "1", StructureRevised.class),
          new EventType("molecule.annotated", "1", MoleculeAnnotated.class),
          new EventType("molecule.annotations-removed", "1", AnnotationsRemoved.class),
          new EventType("molecule.archived", "1", MoleculeArchived.class),
          new EventType("molecule.restored", "1", MoleculeRestored.class),
          new EventType("molecule.moved", "1", MoleculeMoved.class));

  private static final Map<Class<?>, EventType> BY_CLASS =
      ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::type, Function.identity()));

  private EventTypes() {}

  public static List<EventType> all() {
    return ALL;
  }

  /**
   * @throws IllegalArgumentException when the class is no registered event: a bug, never input
   */
  public static EventType of(Class<?> type) {
    EventType found = BY_CLASS.get(type);
    if (found == null) {
      throw new IllegalArgumentException(type.getName() + " is not in the event type registry");
    }
    return found;
  }

  /**
   * @param name as it is stored, {@code aggregate.fact}; @param revision counts up from 1
   */
  public record EventType(String name, String revision, Class<? extends Event> type) {}
}
