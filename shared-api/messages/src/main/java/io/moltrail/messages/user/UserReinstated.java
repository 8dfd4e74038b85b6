package io.moltrail.messages.user;

/** A suspended user may log in again. */
public record UserReinstated(UserId userId) implements UserEvent {}
