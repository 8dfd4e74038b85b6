package io.moltrail.messages.user;

/** A user is shut out: their sessions have ended, and they cannot log in. */
public record UserSuspended(UserId userId) implements UserEvent {}
