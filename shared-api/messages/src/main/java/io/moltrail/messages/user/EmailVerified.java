package io.moltrail.messages.user;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;

/** The mailbox was shown to belong to the user, who from now on holds the address alone. */
public record EmailVerified(UserId userId, @ErasedWith("userId") Erasable<EmailAddress> email)
    implements UserEvent {}
