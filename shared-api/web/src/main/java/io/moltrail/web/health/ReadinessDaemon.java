package io.moltrail.web.health;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs a round of checks every second; when the process goes down, it is the first to say so. */
final class ReadinessDaemon implements SmartLifecycle {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Readiness readiness;
  private volatile @Nullable Thread thread;

  ReadinessDaemon(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public void start() {
    thread = Thread.ofPlatform().daemon().name("readiness").start(this::run);
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      readiness.round();
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    readiness.leave();
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
    readiness.leave();
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
