package io.moltrail.command.account;

import java.time.Duration;

/**
 * Lets work end only on the ticks of a grid that starts with it, so that how long an answer takes
 * does not tell which of two ways the work went (ASVS 6.3.8).
 */
final class EvenPace {

  private final long tickNanos;

  EvenPace(Duration tick) {
    this.tickNanos = tick.toNanos();
  }

  void keep(Runnable work) {
    long began = System.nanoTime();
    try {
      work.run();
    } finally {
      pause(tickNanos - (System.nanoTime() - began) % tickNanos);
    }
  }

  private static void pause(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
