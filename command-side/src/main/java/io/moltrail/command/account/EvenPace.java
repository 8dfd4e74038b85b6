package io.moltrail.command.account;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Lets work end only on the ticks of a grid that starts with it, so that how long an answer takes
 * does not tell which of two ways the work went (ASVS 6.3.8).
 */
final class EvenPace {

  private final long tickNanos;
  private final LongSupplier nanoTime;
  private final LongConsumer pause;

  EvenPace(Duration tick) {
    this(tick, System::nanoTime, EvenPace::sleep);
  }

  /**
   * @param pause takes nanoseconds
   */
  EvenPace(Duration tick, LongSupplier nanoTime, LongConsumer pause) {
    this.tickNanos = tick.toNanos();
    this.nanoTime = nanoTime;
    this.pause = pause;
  }

  void keep(Runnable work) {
    long began = nanoTime.getAsLong();
    try {
      work.run();
    } finally {
      pause.accept(tickNanos - (nanoTime.getAsLong() - began) % tickNanos);
    }
  }

  private static void sleep(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
