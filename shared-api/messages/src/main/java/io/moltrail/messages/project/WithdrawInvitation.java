package io.moltrail.messages.project;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take an invitation back. */
public record WithdrawInvitation(
    @TargetAggregateIdentifier ProjectId projectId, InvitationId invitationId)
    implements ProjectCommand {}
