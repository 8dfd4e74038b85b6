package io.moltrail.messages.user;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a role away from the user. */
public record RevokeRole(@TargetAggregateIdentifier UserId userId, SystemRole role)
    implements UserCommand {}
