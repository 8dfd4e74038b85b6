package io.moltrail.command.platform;

import io.moltrail.eventstore.log.UnknownEventException;
import io.moltrail.messages.Id;
import io.moltrail.web.problems.ServiceUnavailable;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What happened to an aggregate, read without locks and outside of any command. */
public final class Streams {

  private final EventStore events;

  public Streams(EventStore events) {
    this.events = events;
  }

  /**
   * All events of one aggregate, oldest first; none when there is no such aggregate.
   *
   * @throws ServiceUnavailable when there is one that this version does not know
   */
  public List<DomainEventMessage<?>> of(Id aggregate) {
    try {
      return events
          .readEvents(aggregate.value().toString())
          .asStream()
          .collect(Collectors.toUnmodifiableList());
    } catch (UnknownEventException e) {
      throw Commands.newerVersionNeeded(e);
    }
  }
}
