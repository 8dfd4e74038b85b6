package io.moltrail.query.platform.freshness;

import io.moltrail.messages.LogPlace;
import io.moltrail.query.platform.database.ReadSchema;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How old answers are. It notes from time to time where the readable end of the log is; once the
 * rows have reached such a place, answers are as new as the moment it was noted. So a steady stream
 * of writes is no lag, and a log that cannot be read is one.
 */
public final class LagWatch {

  private static final int MOST_NOTES = 100;
  private static final long STILL_FRESH = Duration.ofSeconds(1).toNanos();
  private static final Duration UNKNOWN = Duration.ofDays(1);

  private final Supplier<Optional<LogPlace>> head;
  private final LongSupplier nanoTime;
  private final Deque<Note> open = new ArrayDeque<>();
  private @Nullable Long asOf;
  private long movedAt;
  private @Nullable LogPlace movedTo;

  LagWatch(Supplier<Optional<LogPlace>> head, LongSupplier nanoTime) {
    this.head = head;
    this.nanoTime = nanoTime;
    this.movedAt = nanoTime.getAsLong();
  }

  /** Notes the end of the log. */
  public void look() {
    long now = nanoTime.getAsLong();
    Optional<LogPlace> end = head.get();
    synchronized (this) {
      if (open.size() == MOST_NOTES) {
        open.removeLast();
      }
      open.addLast(new Note(now, end));
    }
  }

  /** How long ago the newest thing may have happened that these rows do not show. */
  public synchronized Duration lag(ReadSchema schema) {
    settle(schema);
    long now = nanoTime.getAsLong();
    if (asOf == null) {
      return UNKNOWN;
    }
    long age = now - asOf;
    return open.isEmpty() && age <= STILL_FRESH ? Duration.ZERO : Duration.ofNanos(age);
  }

  /** Whether the rows have ever been at the end of the log since this process began. */
  synchronized boolean onceFresh() {
    return asOf != null;
  }

  /** How long the rows have been where they are. */
  synchronized Duration restingFor(ReadSchema schema) {
    settle(schema);
    return Duration.ofNanos(nanoTime.getAsLong() - movedAt);
  }

  private void settle(ReadSchema schema) {
    while (!open.isEmpty() && open.getFirst().reachedBy(schema)) {
      asOf = open.removeFirst().at();
    }
    LogPlace place = schema.reached().place();
    if (place != null && !place.equals(movedTo)) {
      movedTo = place;
      movedAt = nanoTime.getAsLong();
    }
  }

  private record Note(long at, Optional<LogPlace> end) {

    boolean reachedBy(ReadSchema schema) {
      return end.isEmpty() || schema.reached().covers(end.get());
    }
  }
}
