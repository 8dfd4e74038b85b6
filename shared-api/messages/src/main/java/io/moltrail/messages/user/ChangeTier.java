package io.moltrail.messages.user;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives the user another tier. */
public record ChangeTier(@TargetAggregateIdentifier UserId userId, Tier tier)
    implements UserCommand {}
