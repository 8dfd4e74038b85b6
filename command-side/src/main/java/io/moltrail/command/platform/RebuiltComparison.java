package io.moltrail.command.platform;

import java.util.List;
import java.util.SortedMap;

/**
 * What differs between the live decision tables and those made anew from the log, as of one moment.
 *
 * @param events how many events the log held at that moment
 * @param tables each table by its name
 * @param wrongCounters projects that count fewer molecules than they hold, or would hand out a
 *     number again
 * @param refusedEvents ids of events that today's rules would have refused
 * @param reservedInVain places that are reserved and hold no molecule: commands under way, or what
 *     killed processes left
 */
public record RebuiltComparison(
    long events,
    SortedMap<String, Difference> tables,
    List<String> wrongCounters,
    List<String> refusedEvents,
    long reservedInVain) {

  public RebuiltComparison {
    wrongCounters = List.copyOf(wrongCounters);
    refusedEvents = List.copyOf(refusedEvents);
  }

  public boolean equal() {
    return wrongCounters.isEmpty()
        && refusedEvents.isEmpty()
        && tables.values().stream().noneMatch(Difference::differs);
  }

  /**
   * Rows of one table.
   *
   * @param same rows that both have
   * @param examples some of the rows that one has alone, with {@code live} or {@code log} before
   *     them
   */
  public record Difference(long same, long onlyLive, long onlyInLog, List<String> examples) {

    public Difference {
      examples = List.copyOf(examples);
    }

    boolean differs() {
      return onlyLive + onlyInLog > 0;
    }
  }
}
