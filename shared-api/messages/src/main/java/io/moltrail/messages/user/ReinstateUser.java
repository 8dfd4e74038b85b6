package io.moltrail.messages.user;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets a suspended user in again. */
public record ReinstateUser(@TargetAggregateIdentifier UserId userId) implements UserCommand {}
