package io.moltrail.messages.user;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;

/** A user wants to be called something else. */
public record DisplayNameChanged(
    UserId userId, @ErasedWith("userId") Erasable<DisplayName> displayName) implements UserEvent {}
