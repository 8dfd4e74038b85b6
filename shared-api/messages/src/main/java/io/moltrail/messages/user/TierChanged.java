package io.moltrail.messages.user;

/** A user has another tier from now on. */
public record TierChanged(UserId userId, Tier tier) implements UserEvent {}
