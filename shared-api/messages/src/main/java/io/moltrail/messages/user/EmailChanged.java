package io.moltrail.messages.user;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;

/** A user has shown that another mailbox is theirs, and holds its address instead of the former. */
public record EmailChanged(UserId userId, @ErasedWith("userId") Erasable<EmailAddress> email)
    implements UserEvent {}
