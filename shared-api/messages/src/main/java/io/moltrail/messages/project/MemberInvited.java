package io.moltrail.messages.project;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import io.moltrail.messages.user.EmailAddress;
import java.time.Instant;

/**
 * Somebody was asked, by mail, to become a member. The address has a data key of its own, which is
 * destroyed when the invitation ends.
 */
public record MemberInvited(
    ProjectId projectId,
    InvitationId invitationId,
    @ErasedWith("invitationId") Erasable<EmailAddress> email,
    MemberRole role,
    Instant expiresAt)
    implements InvitationEvent {}
