package io.moltrail.query.platform.projection;

import io.moltrail.messages.LogPlace;
import io.moltrail.query.platform.database.ReadSchema;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the live schema's processor running. Axon waits up to a minute after repeated failures; a
 * database that is back must be noticed sooner, so a processor that has failed for some seconds is
 * replaced by a fresh one.
 */
public final class LiveProjection {

  private static final Logger LOG = LoggerFactory.getLogger(LiveProjection.class);
  private static final long LOOK_MILLIS = 1_000;
  private static final long PATIENCE = Duration.ofSeconds(5).toNanos();
  private static final long LONGEST_STOP_SECONDS = 20;

  private final ProcessorBuilder processors;
  private final ParkedRelease release;
  private final Progress progress;
  private final LongSupplier nanoTime;
  private @Nullable ReadSchema schema;
  private @Nullable Running running;
  private @Nullable ScheduledExecutorService supervisor;
  private @Nullable ScheduledExecutorService releaser;
  private long startedAt;

  LiveProjection(
      ProcessorBuilder processors,
      ParkedRelease release,
      Progress progress,
      LongSupplier nanoTime) {
    this.processors = processors;
    this.release = release;
    this.progress = progress;
    this.nanoTime = nanoTime;
  }

  public synchronized void start(ReadSchema live) {
    schema = live;
    run(live);
    supervisor = single("query-supervisor");
    supervisor.scheduleWithFixedDelay(
        this::supervise, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    releaser = single("query-release");
    releaser.scheduleWithFixedDelay(
        () -> release.look(live), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  public synchronized void stop() {
    if (supervisor != null) {
      supervisor.shutdownNow();
      supervisor = null;
    }
    if (releaser != null) {
      releaser.shutdownNow();
      releaser = null;
    }
    stopProcessor();
  }

  public synchronized boolean isRunning() {
    return running != null && running.processor().isRunning();
  }

  private synchronized void supervise() {
    if (supervisor != null && schema != null && stuck()) {
      LOG.warn(
          "The processor of {} has failed for some time; it is replaced by a fresh one",
          schema.name());
      stopProcessor();
      run(schema);
    }
  }

  private boolean stuck() {
    long now = nanoTime.getAsLong();
    boolean dead =
        running == null || !running.processor().isRunning() || running.processor().isError();
    boolean failing = progress.failingSince().filter(since -> now - since > PATIENCE).isPresent();
    return now - startedAt > PATIENCE && (dead || failing);
  }

  private void run(ReadSchema live) {
    ScheduledExecutorService coordinator = single("query-coordinator");
    ScheduledExecutorService worker = single("query-projection");
    running =
        new Running(
            processors.build(live, coordinator, worker, batch -> committed(live, batch)),
            coordinator,
            worker);
    startedAt = nanoTime.getAsLong();
    try {
      running.processor().start();
    } catch (RuntimeException e) {
      progress.failed(e);
    }
  }

  private void committed(ReadSchema live, List<Arrival> batch) {
    LogPlace place = progress.committed(batch);
    live.reached().advance(place);
  }

  private void stopProcessor() {
    Running stopping = running;
    running = null;
    if (stopping != null) {
      stopping.stop();
    }
  }

  private static ScheduledExecutorService single(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().name(name).daemon().factory());
  }

  /** A processor and the threads it was given. */
  private record Running(
      PooledStreamingEventProcessor processor,
      ScheduledExecutorService coordinator,
      ScheduledExecutorService worker) {

    void stop() {
      processor
          .shutdownAsync()
          .completeOnTimeout(null, LONGEST_STOP_SECONDS, TimeUnit.SECONDS)
          .exceptionally(failure -> null)
          .join();
      coordinator.shutdownNow();
      worker.shutdownNow();
    }
  }
}
