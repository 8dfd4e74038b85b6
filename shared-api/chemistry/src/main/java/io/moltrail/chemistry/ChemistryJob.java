package io.moltrail.chemistry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work of the pool: waits, runs once on one thread, and ends with a result, a failure
 * or by being given up.
 */
final class ChemistryJob<T> {

  private final Supplier<T> work;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile long startNanos;
  private @Nullable Thread thread;
  private @Nullable T result;
  private @Nullable RuntimeException failure;

  ChemistryJob(Supplier<T> work) {
    this.work = work;
  }

  void run() {
    synchronized (this) {
      thread = Thread.currentThread();
    }
    startNanos = System.nanoTime();
    begun.countDown();
    try {
      end(work.get(), null);
    } catch (RuntimeException e) {
      end(null, e);
    } finally {
      ended.countDown();
    }
  }

  private synchronized void end(@Nullable T value, @Nullable RuntimeException problem) {
    if (thread != null) {
      result = value;
      failure = problem;
      thread = null;
    }
  }

  boolean startsWithin(Duration limit) throws InterruptedException {
    return begun.await(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  boolean endsWithin(Duration limit) throws InterruptedException {
    long left = limit.toNanos() - (System.nanoTime() - startNanos);
    return ended.await(Math.max(0, left), TimeUnit.NANOSECONDS);
  }

  /**
   * The thread that still works on it and whose result nobody will read, or null when it has just
   * ended.
   */
  synchronized @Nullable Thread giveUp() {
    Thread busy = thread;
    thread = null;
    return busy;
  }

  synchronized Optional<T> result() {
    if (failure != null) {
      throw failure;
    }
    return Optional.ofNullable(result);
  }
}
