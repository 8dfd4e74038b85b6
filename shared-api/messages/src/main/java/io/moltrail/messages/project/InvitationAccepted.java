package io.moltrail.messages.project;

import io.moltrail.messages.user.UserId;

/**
 * The invited user accepted. A {@link MemberAdded} follows, unless they were a member already.
 *
 * @param role that was offered
 */
public record InvitationAccepted(
    ProjectId projectId, InvitationId invitationId, UserId member, MemberRole role)
    implements InvitationEvent {}
