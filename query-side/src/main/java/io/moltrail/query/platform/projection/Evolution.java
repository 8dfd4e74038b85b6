package io.moltrail.query.platform.projection;

import io.moltrail.messages.Event;
import org.jspecify.annotations.Nullable;

/**
 * What an event makes of a view. Pure; the one definition of what the event means to readers, used
 * by projection and history alike (DESIGN §6).
 */
public interface Evolution<E extends Event, V extends View> {

  /**
   * @param before null when the event is the aggregate's first
   */
  V evolve(@Nullable V before, E event, Recorded recorded);

  /** For events that cannot come first. */
  static <V> V existing(@Nullable V before) {
    if (before == null) {
      throw new IllegalStateException(
          "the log has an event of an aggregate that was never created");
    }
    return before;
  }
}
