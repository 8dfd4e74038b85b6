package io.moltrail.eventstore.log;

import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** The event store that aggregates are loaded from and appended to; says so after every commit. */
public final class PostgresEventStore extends AbstractEventStore {

  private final LogMessageSource source;
  private final Runnable committed;

  public PostgresEventStore(PostgresEventStorageEngine engine, LogMessageSource source, Runnable committed) {
    super(new Builder(engine));
    this.source = source;
    this.committed = committed;
  }

  @Override
  protected void afterCommit(List<? extends EventMessage<?>> events) {
    super.afterCommit(events);
    committed.run();
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken position) {
    return source.openStream(position);
  }

  private static final class Builder extends AbstractEventStore.Builder {

    Builder(PostgresEventStorageEngine engine) {
      storageEngine(engine);
    }
  }
}
