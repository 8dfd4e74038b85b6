package io.moltrail.messages.user;

/** A user has one role more. */
public record RoleGranted(UserId userId, SystemRole role) implements UserEvent {}
