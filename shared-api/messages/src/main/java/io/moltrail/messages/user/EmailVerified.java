package io.moltrail.messages.user;

/**
 * The mailbox was shown to belong to the user, who from now on holds the address alone.
 *
 * @param by whose word it is
 */
public record EmailVerified(UserId userId, VerifiedBy by) implements UserEvent {}
