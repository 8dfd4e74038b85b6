package io.moltrail.messages.user;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Shuts the user out until they are reinstated. */
public record SuspendUser(@TargetAggregateIdentifier UserId userId) implements UserCommand {}
