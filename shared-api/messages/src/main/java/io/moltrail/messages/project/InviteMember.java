package io.moltrail.messages.project;

import io.moltrail.messages.user.EmailAddress;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Ask whoever reads mail at an address to become a member. */
public record InviteMember(
    @TargetAggregateIdentifier ProjectId projectId,
    InvitationId invitationId,
    EmailAddress email,
    MemberRole role,
    Instant expiresAt)
    implements ProjectCommand {}
