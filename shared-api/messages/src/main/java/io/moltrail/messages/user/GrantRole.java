package io.moltrail.messages.user;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives the user one more role. */
public record GrantRole(@TargetAggregateIdentifier UserId userId, SystemRole role)
    implements UserCommand {}
