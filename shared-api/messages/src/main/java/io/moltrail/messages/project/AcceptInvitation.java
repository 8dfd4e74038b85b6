package io.moltrail.messages.project;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Become a member, as one was asked to.
 *
 * @param at when the token was shown
 */
public record AcceptInvitation(
    @TargetAggregateIdentifier ProjectId projectId, InvitationId invitationId, Instant at)
    implements ProjectCommand {}
