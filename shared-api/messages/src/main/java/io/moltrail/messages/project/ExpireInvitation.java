package io.moltrail.messages.project;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * End an invitation that nobody accepted in time.
 *
 * @param at what time it is
 */
public record ExpireInvitation(
    @TargetAggregateIdentifier ProjectId projectId, InvitationId invitationId, Instant at)
    implements ProjectCommand {}
