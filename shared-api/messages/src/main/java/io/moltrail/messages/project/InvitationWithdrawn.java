package io.moltrail.messages.project;

/** An invitation was taken back. */
public record InvitationWithdrawn(ProjectId projectId, InvitationId invitationId)
    implements InvitationEvent {}
