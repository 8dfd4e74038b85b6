package io.moltrail.messages;

/** A fact, as it was decided. Each aggregate lists its own in a sealed interface. */
public interface Event {

  /** Whose erasure also erases the free text (the reason) that was given with this event. */
  Id subject();
}
