package io.moltrail.query.platform.database;

import io.moltrail.messages.LogPlace;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The place up to which one schema's rows are known to be true, and a bell for those who wait for
 * more.
 */
public final class ReachedPlace {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private volatile @Nullable LogPlace place;

  public @Nullable LogPlace place() {
    return place;
  }

  public boolean covers(LogPlace wanted) {
    LogPlace here = place;
    return here != null && here.covers(wanted);
  }

  /** It never goes back: what was once true of the rows stays true. */
  public void advance(LogPlace to) {
    lock.lock();
    try {
      if (!covers(to)) {
        place = to;
        news.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next news, at most so long; answers whether the place is covered now. */
  public boolean awaitNews(LogPlace wanted, long nanos) throws InterruptedException {
    lock.lock();
    try {
      return covers(wanted)
          || (news.await(nanos, TimeUnit.NANOSECONDS) && covers(wanted))
          || covers(wanted);
    } finally {
      lock.unlock();
    }
  }
}
