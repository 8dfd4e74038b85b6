package io.moltrail.messages.user;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says what the user wants to be called from now on. */
public record ChangeDisplayName(@TargetAggregateIdentifier UserId userId, DisplayName displayName)
    implements UserCommand {}
