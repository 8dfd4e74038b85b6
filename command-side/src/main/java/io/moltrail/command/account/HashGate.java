package io.moltrail.command.account;

import io.moltrail.web.problems.ServiceUnavailable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets through only so many hashes at once that a core is left for everybody else, and keeps only a
 * short queue.
 */
final class HashGate {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Semaphore places;
  private final AtomicInteger inside = new AtomicInteger();
  private final int most;

  /**
   * @param queue how many may wait
   */
  HashGate(int atOnce, int queue) {
    this.places = new Semaphore(atOnce, true);
    this.most = atOnce + queue;
  }

  /**
   * @throws ServiceUnavailable at once when the queue is full, and when waiting took too long
   */
  <T> T pass(Supplier<T> hashing) {
    try {
      if (inside.incrementAndGet() > most) {
        throw busy();
      }
      return inTurn(hashing);
    } finally {
      inside.decrementAndGet();
    }
  }

  private <T> T inTurn(Supplier<T> hashing) {
    try {
      if (!places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return hashing.get();
    } finally {
      places.release();
    }
  }

  private static ServiceUnavailable busy() {
    return new ServiceUnavailable("busy", Duration.ofSeconds(2));
  }
}
