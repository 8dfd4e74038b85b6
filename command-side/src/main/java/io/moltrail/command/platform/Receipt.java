package io.moltrail.command.platform;

import io.moltrail.eventstore.log.AppendedEvent;
import io.moltrail.messages.Id;
import io.moltrail.messages.LogPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a command left in the log. */
public final class Receipt {

  private final List<AppendedEvent> events = new ArrayList<>();

  void add(List<AppendedEvent> appended) {
    events.addAll(appended);
  }

  /** The place that a reader must have reached to see it all; empty when nothing changed. */
  public Optional<LogPlace> place() {
    return events.stream().map(AppendedEvent::place).max(LogPlace::compareTo);
  }

  /** The aggregate's version after the command: the number of its events. */
  public Optional<Long> version(Id aggregate) {
    return events.stream()
        .filter(event -> event.aggregateId().equals(aggregate.value().toString()))
        .map(event -> event.sequenceNumber() + 1)
        .max(Long::compare);
  }

  /** When it happened, as the log says. */
  public Instant at() {
    return events.getLast().at();
  }
}
