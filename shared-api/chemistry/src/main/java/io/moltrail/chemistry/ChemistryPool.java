package io.moltrail.chemistry;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fixed number of platform threads with deep stacks and a bounded queue, which survives work that
 * never ends.
 *
 * <p>Native code cannot be stopped. When work runs over its limit, its thread is left to itself and
 * another takes its place, at most as many times as the pool has threads; after that the pool
 * shrinks until one of them comes back.
 */
final class ChemistryPool implements AutoCloseable {

  /** CDK and Beam recurse atom by atom; 999 atoms need about 1 MiB, see stack.md §6. */
  private static final long STACK = 16L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(ChemistryPool.class);

  private final int threads;
  private final Duration limit;
  private final BlockingQueue<ChemistryJob<?>> queue;
  private final Set<Thread> working = new HashSet<>();
  private final Set<Thread> abandoned = new HashSet<>();
  private final FutureTask<?> warmUp;
  private int started;
  private boolean closed;

  ChemistryPool(int threads, int queueSize, Duration limit) {
    this(threads, queueSize, limit, () -> {});
  }

  /**
   * @param warmUp done once, before any work is begun: what it takes counts against nobody's limit
   */
  ChemistryPool(int threads, int queueSize, Duration limit, Runnable warmUp) {
    if (threads < 1 || queueSize < 1 || limit.toMillis() < 1) {
      throw new IllegalArgumentException(
          "a chemistry pool needs a thread, a place in the queue and a limit");
    }
    this.threads = threads;
    this.limit = limit;
    this.queue = new ArrayBlockingQueue<>(queueSize);
    this.warmUp = new FutureTask<>(warmUp, true);
    refill();
  }

  /** Queues the work, or throws when the queue is full. */
  <T> ChemistryJob<T> submit(Supplier<T> work) {
    return submitIfRoom(work).orElseThrow(() -> new ChemistryBusyException(queue.size()));
  }

  /** Queues the work, or gives nothing when the queue is full. */
  <T> Optional<ChemistryJob<T>> submitIfRoom(Supplier<T> work) {
    var job = new ChemistryJob<>(work);
    requireWorking();
    return queue.offer(job) ? Optional.of(job) : Optional.empty();
  }

  /** Queues the work, after waiting for room when the queue is full. */
  <T> ChemistryJob<T> submitWhenRoom(Supplier<T> work) {
    var job = new ChemistryJob<>(work);
    try {
      do {
        requireWorking();
      } while (!queue.offer(job, limit.toMillis(), TimeUnit.MILLISECONDS));
      return job;
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /**
   * What the work gave, or nothing when it ran over its limit. The limit counts from the start of
   * the work, not from its submission.
   */
  <T> Optional<T> await(ChemistryJob<T> job) {
    try {
      while (!job.startsWithin(limit)) {
        giveUpWhenNobodyWorks(job);
      }
      if (!job.endsWithin(limit)) {
        abandon(job);
      }
      return job.result();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static IllegalStateException interrupted() {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while waiting for chemistry");
  }

  private synchronized void requireWorking() {
    if (closed) {
      throw new IllegalStateException("the chemistry pool is closed");
    }
    if (working.isEmpty()) {
      throw new ChemistryBusyException(queue.size());
    }
  }

  private void giveUpWhenNobodyWorks(ChemistryJob<?> job) {
    try {
      requireWorking();
    } catch (ChemistryBusyException | IllegalStateException e) {
      if (queue.remove(job)) {
        throw e;
      }
    }
  }

  private synchronized void abandon(ChemistryJob<?> job) {
    Thread thread = job.giveUp();
    if (thread != null && working.remove(thread)) {
      abandoned.add(thread);
      thread.interrupt();
      LOG.warn(
          "a structure ran over {} ms; {} abandoned thread(s)", limit.toMillis(), abandoned.size());
      refill();
    }
  }

  private synchronized void refill() {
    while (!closed && working.size() < threads && working.size() + abandoned.size() < 2 * threads) {
      Thread thread = new Thread(null, this::work, "chemistry-" + ++started, STACK);
      thread.setDaemon(true);
      working.add(thread);
      thread.start();
    }
  }

  private void work() {
    try {
      warmUp.run();
      warmUp.get();
      do {
        queue.take().run();
      } while (staysAfterWork());
    } catch (InterruptedException closing) {
      leave();
    } catch (ExecutionException e) {
      leave();
      throw new IllegalStateException("the chemistry toolkit cannot be used", e.getCause());
    }
  }

  /** An abandoned thread that comes back takes an empty place, or ends. */
  private synchronized boolean staysAfterWork() {
    Thread self = Thread.currentThread();
    if (abandoned.remove(self)) {
      Thread.interrupted();
      if (working.size() < threads) {
        working.add(self);
      }
    }
    return !closed && working.contains(self);
  }

  private synchronized void leave() {
    working.remove(Thread.currentThread());
  }

  @Override
  public synchronized void close() {
    closed = true;
    working.forEach(Thread::interrupt);
  }
}
