package io.moltrail.command.project;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.AcceptInvitation;
import io.moltrail.messages.project.ExpireInvitation;
import io.moltrail.messages.project.InvitationAccepted;
import io.moltrail.messages.project.InvitationExpired;
import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.InvitationWithdrawn;
import io.moltrail.messages.project.InviteMember;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberInvited;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.WithdrawInvitation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** Who has been asked into a project and has not answered. */
final class Invitations {

  private final Standing standing;
  private final Members members;
  private final Map<InvitationId, Pending> pending = new HashMap<>();

  Invitations(Standing standing, Members members) {
    this.standing = standing;
    this.members = members;
  }

  @CommandHandler
  void handle(
      InviteMember command,
      Actor actor,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    standing.require(actor, MemberRole.OWNER, reason);
    MembershipRules.grantable(command.role());
    standing.takesChanges();
    InvitationRules.roomForOneMore(pending.size());
    apply(
        new MemberInvited(
            command.projectId(),
            command.invitationId(),
            Erasable.of(command.email()),
            command.role(),
            command.expiresAt()));
  }

  /** Possible in an archived project too: what was offered can be taken back at any time. */
  @CommandHandler
  void handle(
      WithdrawInvitation command,
      Actor actor,
      @MetaDataValue(MetadataKeys.REASON) @Nullable String reason) {
    standing.require(actor, MemberRole.OWNER, reason);
    if (!pending.containsKey(command.invitationId())) {
      throw new Refusal.NotFound();
    }
    apply(new InvitationWithdrawn(command.projectId(), command.invitationId()));
  }

  /** Needs no reason: whoever invited has given one. A member stays what they are. */
  @CommandHandler
  void handle(AcceptInvitation command, Actor actor, Invitees invitees) {
    Pending invitation = pending.get(command.invitationId());
    if (!(actor instanceof Actor.User user)
        || invitation == null
        || invitation.expiredBy(command.at())
        || !invitees.invited(command.invitationId(), user.id())) {
      throw InvitationRules.leadsNowhere();
    }
    standing.takesChanges();
    apply(
        new InvitationAccepted(
            command.projectId(), command.invitationId(), user.id(), invitation.role()));
    if (!members.include(user.id())) {
      apply(new MemberAdded(command.projectId(), user.id(), invitation.role()));
    }
  }

  @CommandHandler
  void handle(ExpireInvitation command, Actor actor) {
    if (!(actor instanceof Actor.Installation)) {
      throw new Refusal.NotFound();
    }
    Pending invitation = pending.get(command.invitationId());
    if (invitation != null && invitation.expiredBy(command.at())) {
      apply(new InvitationExpired(command.projectId(), command.invitationId()));
    }
  }

  @EventSourcingHandler
  void on(MemberInvited event) {
    pending.put(event.invitationId(), new Pending(event.role(), event.expiresAt()));
  }

  @EventSourcingHandler
  void on(InvitationWithdrawn event) {
    pending.remove(event.invitationId());
  }

  @EventSourcingHandler
  void on(InvitationAccepted event) {
    pending.remove(event.invitationId());
  }

  @EventSourcingHandler
  void on(InvitationExpired event) {
    pending.remove(event.invitationId());
  }

  private record Pending(MemberRole role, Instant expiresAt) {

    boolean expiredBy(Instant at) {
      return !at.isBefore(expiresAt);
    }
  }
}
