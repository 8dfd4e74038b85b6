package io.moltrail.command.project;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moltrail.messages.Actor;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.AddMember;
import io.moltrail.messages.project.ChangeMemberRole;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRemoved;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.MemberRoleChanged;
import io.moltrail.messages.project.OwnershipTransferred;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.RemoveMember;
import io.moltrail.messages.project.TransferOwnership;
import io.moltrail.messages.user.UserId;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** Who is in a project, and as what. */
final class Members {

  private final Standing standing;
  private final Map<UserId, MemberRole> roles = new HashMap<>();

  Members(Standing standing) {
    this.standing = standing;
  }

  @CommandHandler
  void handle(
      AddMember command,
      Actor actor,
      Accounts accounts,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    standing.require(actor, MemberRole.OWNER, reason);
    MembershipRules.grantable(command.role());
    MembershipRules.notYetMember(roles, command.member());
    if (!accounts.active(command.member())) {
      throw new Refusal.NotFound();
    }
    standing.takesChanges();
    apply(new MemberAdded(command.projectId(), command.member(), command.role()));
  }

  @CommandHandler
  void handle(
      ChangeMemberRole command,
      Actor actor,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    standing.require(actor, MemberRole.OWNER, reason);
    MembershipRules.grantable(command.role());
    MemberRole current = MembershipRules.changeable(roles, command.member());
    standing.takesChanges();
    if (current != command.role()) {
      apply(new MemberRoleChanged(command.projectId(), command.member(), command.role()));
    }
  }

  /** Possible in an archived project too: a right can be taken back at any time. */
  @CommandHandler
  void handle(
      RemoveMember command,
      Actor actor,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    Actor.User user = standing.require(actor, MemberRole.VIEWER);
    MemberRole role = MembershipRules.roleOf(roles, command.member());
    standing.require(actor, MembershipRules.neededToRemove(command.member(), user.id()), reason);
    MembershipRules.removable(role);
    apply(new MemberRemoved(command.projectId(), command.member()));
  }

  @CommandHandler
  void handle(
      TransferOwnership command,
      Actor actor,
      Owners owners,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    Actor.User owner = standing.require(actor, MemberRole.OWNER, reason);
    OwnershipRules.toSomebodyElse(owner.id(), command.newOwner());
    standing.takesChanges();
    OwnershipRules.roomToBeGivenOne(OwnershipRules.activeMember(roles, command.newOwner(), owners));
    apply(new OwnershipTransferred(command.projectId(), owner.id(), command.newOwner()));
  }

  boolean include(UserId user) {
    return roles.containsKey(user);
  }

  @EventSourcingHandler
  void on(ProjectCreated event) {
    roles.put(event.owner(), MemberRole.OWNER);
  }

  @EventSourcingHandler
  void on(MemberAdded event) {
    roles.put(event.member(), event.role());
  }

  @EventSourcingHandler
  void on(MemberRoleChanged event) {
    roles.put(event.member(), event.role());
  }

  @EventSourcingHandler
  void on(OwnershipTransferred event) {
    roles.put(event.formerOwner(), MemberRole.EDITOR);
    roles.put(event.newOwner(), MemberRole.OWNER);
  }

  @EventSourcingHandler
  void on(MemberRemoved event) {
    roles.remove(event.member());
  }
}
