package io.moltrail.messages.project;

/** Nobody accepted an invitation in time. */
public record InvitationExpired(ProjectId projectId, InvitationId invitationId)
    implements InvitationEvent {}
