package io.moltrail.messages.project;

/** What can have happened to an invitation into a project. None of it changes who is a member. */
public sealed interface InvitationEvent extends ProjectEvent
    permits MemberInvited, InvitationWithdrawn, InvitationAccepted, InvitationExpired {

  InvitationId invitationId();
}
