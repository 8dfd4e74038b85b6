package io.moltrail.messages.user;

/** The mailbox was shown to belong to the user, who from now on holds the address alone. */
public record EmailVerified(UserId userId) implements UserEvent {}
