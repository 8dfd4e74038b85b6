package io.moltrail.query.projects;

import io.moltrail.messages.project.InvitationAccepted;
import io.moltrail.messages.project.InvitationEvent;
import io.moltrail.messages.project.InvitationExpired;
import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.InvitationWithdrawn;
import io.moltrail.messages.project.MemberInvited;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.query.platform.projection.Evolution;
import io.moltrail.query.platform.projection.Recorded;
import io.moltrail.query.platform.projection.View;
import io.moltrail.web.resources.InvitationResource.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation, pending or ended. It is a part of its project, whose version it has.
 *
 * @param email null once the invitation has ended, and once erased
 */
public record InvitationView(
    InvitationId id,
    ProjectId project,
    @Nullable String email,
    MemberRole role,
    State state,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    long version)
    implements View {

  public static InvitationView evolve(
      @Nullable InvitationView before, InvitationEvent event, Recorded recorded) {
    return switch (event) {
      case MemberInvited it -> invited(it, recorded);
      case InvitationAccepted it -> Evolution.existing(before).ended(State.ACCEPTED, recorded);
      case InvitationWithdrawn it -> Evolution.existing(before).ended(State.WITHDRAWN, recorded);
      case InvitationExpired it -> Evolution.existing(before).ended(State.EXPIRED, recorded);
    };
  }

  private static InvitationView invited(MemberInvited event, Recorded recorded) {
    return new InvitationView(
        event.invitationId(),
        event.projectId(),
        event.email().kept().map(EmailAddress::value).orElse(null),
        event.role(),
        State.PENDING,
        recorded.at(),
        recorded.actor(),
        event.expiresAt(),
        recorded.version());
  }

  private InvitationView ended(State how, Recorded recorded) {
    return new InvitationView(
        id, project, null, role, how, createdAt, createdBy, expiresAt, recorded.version());
  }
}
