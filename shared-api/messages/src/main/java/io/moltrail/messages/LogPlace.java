package io.moltrail.messages;

import java.util.Comparator;

/**
 * An event's place in the log. Places are totally ordered and commit-safe: whoever has read
 * everything up to a place below the horizon will never see an event appear before it.
 *
 * @param epoch grows when the log is restored, copied or failed over
 * @param transactionId PostgreSQL's xid8 of the appending transaction
 * @param globalIndex orders the events of one transaction
 */
public record LogPlace(int epoch, long transactionId, long globalIndex)
    implements Comparable<LogPlace> {

  private static final Comparator<LogPlace> ORDER =
      Comparator.comparingInt(LogPlace::epoch)
          .thenComparingLong(LogPlace::transactionId)
          .thenComparingLong(LogPlace::globalIndex);

  @Override
  public int compareTo(LogPlace other) {
    return ORDER.compare(this, other);
  }

  /** Whether everything up to {@code other} has been read by whoever has read up to this place. */
  public boolean covers(LogPlace other) {
    return compareTo(other) >= 0;
  }
}
