package io.moltrail.messages.user;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Confirms that the mailbox belongs to the user; the mailed token has been checked before. */
public record VerifyEmail(@TargetAggregateIdentifier UserId userId) implements UserCommand {}
