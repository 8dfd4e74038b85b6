package io.moltrail.eventstore.log;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Counts wakes, so that tests wait on them and not on time. */
final class CountedWakes implements Runnable {

  private static final long PATIENCE_SECONDS = 20;

  private final Semaphore wakes = new Semaphore(0);

  @Override
  public void run() {
    wakes.release();
  }

  void awaitMore(int count) {
    try {
      if (!wakes.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("no " + count + " further wakes");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** After every wake the condition is looked at again; a wake must come while it does not hold. */
  void awaitReadable(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      awaitMore(1);
    }
  }
}
