package io.moltrail.messages.user;

/** A user has one role less. */
public record RoleRevoked(UserId userId, SystemRole role) implements UserEvent {}
