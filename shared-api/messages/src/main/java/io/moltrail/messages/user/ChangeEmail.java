package io.moltrail.messages.user;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives the user another address; that they read its mailbox has been checked before. */
public record ChangeEmail(@TargetAggregateIdentifier UserId userId, EmailAddress email)
    implements UserCommand {}
