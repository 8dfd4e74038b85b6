package io.moltrail.eventstore.log;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log as a stream that wakes its readers. Axon's own stream cannot be woken, and its reader
 * then sleeps half a second between looks.
 */
public final class LogMessageSource implements StreamableMessageSource<TrackedEventMessage<?>> {

  private static final Logger LOG = LoggerFactory.getLogger(LogMessageSource.class);

  private final PostgresEventStorageEngine engine;
  private final Set<LogStream> streams = new CopyOnWriteArraySet<>();

  public LogMessageSource(PostgresEventStorageEngine engine) {
    this.engine = engine;
  }

  /** Tells every open stream that there may be more. Cheap, and harmless when there is not. */
  public void wake() {
    streams.forEach(this::wake);
  }

  /** A stream whose reader fails is woken no more; the others are. */
  private void wake(LogStream stream) {
    try {
      stream.wake();
    } catch (RuntimeException e) {
      if (streams.remove(stream)) {
        LOG.error("A reader of the log failed when it was woken; it is woken no more", e);
      }
    }
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken position) {
    LogStream stream = new LogStream(this, position);
    streams.add(stream);
    return stream;
  }

  List<TrackedEventMessage<?>> readAfter(@Nullable TrackingToken position) {
    return engine
        .readEvents(position, false)
        .limit(engine.batchSize())
        .collect(Collectors.toList());
  }

  void closed(LogStream stream) {
    streams.remove(stream);
  }

  @Override
  public @Nullable TrackingToken createTailToken() {
    return engine.createTailToken();
  }

  @Override
  public @Nullable TrackingToken createHeadToken() {
    return engine.createHeadToken();
  }
}
