package io.moltrail.messages;

/**
 * An intention, which an aggregate accepts or refuses. Each aggregate lists its own in a sealed
 * interface.
 */
public interface Command {}
