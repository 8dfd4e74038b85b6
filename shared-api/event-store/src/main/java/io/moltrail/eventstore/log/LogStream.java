package io.moltrail.eventstore.log;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** One reader's way along the log. Reading is for one thread; waking may come from any. */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

  private static final long LOOK_AGAIN_MILLIS = 500;

  private final LogMessageSource source;
  private final Queue<TrackedEventMessage<?>> fetched = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private volatile Runnable onAvailable = () -> {};
  private volatile boolean closed;
  private @Nullable TrackingToken position;

  LogStream(LogMessageSource source, @Nullable TrackingToken position) {
    this.source = source;
    this.position = position;
  }

  void wake() {
    lock.lock();
    try {
      woken.signalAll();
    } finally {
      lock.unlock();
    }
    onAvailable.run();
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    fetch();
    return Optional.ofNullable(fetched.peek());
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    while (!fetch()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0 || closed) {
        return false;
      }
      await(Math.min(left, LOOK_AGAIN_MILLIS));
    }
    return true;
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (!hasNextAvailable(1, TimeUnit.HOURS)) {
      if (closed) {
        throw new InterruptedException("the stream was closed");
      }
    }
    return fetched.remove();
  }

  @Override
  public boolean setOnAvailableCallback(Runnable callback) {
    onAvailable = callback;
    return true;
  }

  @Override
  public void close() {
    closed = true;
    onAvailable = () -> {};
    source.closed(this);
    wake();
  }

  private boolean fetch() {
    if (fetched.isEmpty() && !closed) {
      fetched.addAll(source.readAfter(position));
      TrackedEventMessage<?> last = null;
      for (TrackedEventMessage<?> event : fetched) {
        last = event;
      }
      if (last != null) {
        position = last.trackingToken();
      }
    }
    return !fetched.isEmpty();
  }

  private void await(long millis) throws InterruptedException {
    lock.lock();
    try {
      // a wake between the last fetch and here is made good by looking again soon
      boolean signalled = woken.await(millis, TimeUnit.MILLISECONDS);
      assert signalled || millis >= 0;
    } finally {
      lock.unlock();
    }
  }
}
