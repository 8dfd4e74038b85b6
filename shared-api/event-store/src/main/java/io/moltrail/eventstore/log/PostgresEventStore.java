package io.moltrail.eventstore.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** The event store that aggregates are loaded from and appended to; says so after every commit. */
public final class PostgresEventStore extends AbstractEventStore {

  private final LogMessageSource source;
  private final List<Runnable> afterCommit = new CopyOnWriteArrayList<>();

  public PostgresEventStore(
      PostgresEventStorageEngine engine, LogMessageSource source, Runnable committed) {
    super(new Builder(engine));
    this.source = source;
    this.afterCommit.add(committed);
  }

  /** For whoever sits in the same process and need not wait for an announcement. */
  public void afterEachCommit(Runnable action) {
    afterCommit.add(action);
  }

  @Override
  protected void afterCommit(List<? extends EventMessage<?>> events) {
    super.afterCommit(events);
    afterCommit.forEach(Runnable::run);
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
