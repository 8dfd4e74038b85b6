package io.moltrail.command.account;

import io.moltrail.web.problems.ServiceUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Lets through only so many hashes at once that a core is left for everybody else. Who waits stands
 * in a {@link HashLine}; of four turns three belong to those who are known, so that a flood of
 * strangers keeps none of them waiting, and they keep no stranger out. Waiting is what slows a
 * flood down: whoever is refused at once comes again at once.
 */
final class HashGate {

  private static final int MOST_IN_LINE = 60;
  private static final int MOST = 200;
  private static final int TURNS = 4;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Executor workers;
  private final WaitingLines<FutureTask<?>> known = new WaitingLines<>(MOST_IN_LINE, MOST);
  private final WaitingLines<FutureTask<?>> strangers = new WaitingLines<>(MOST_IN_LINE, MOST);
  private int turn;

  /**
   * @param workers do one hash for each task they are given, so many at once as they are
   */
  HashGate(Executor workers) {
    this.workers = workers;
  }

  /**
   * On threads of its own: a hash on the thread of a request would keep one of the few carriers of
   * virtual threads from all others for as long as it takes. They give way to everything else, for
   * a core that is left is not enough where reads come in bursts.
   */
  static HashGate leavingACore() {
    int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    ThreadFactory threads = Thread.ofPlatform().daemon().name("hash-", 0).factory();
    return new HashGate(
        Executors.newFixedThreadPool(atOnce, it -> threads.newThread(GivingWay.first(it))));
  }

  /**
   * @throws ServiceUnavailable when there is no place to wait, and when waiting took too long
   */
  <T> T pass(HashLine line, Supplier<T> hashing) {
    FutureTask<T> mine = enter(line, hashing);
    try {
      return mine.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failed
          ? failed
          : new IllegalStateException(e.getCause());
    } catch (CancellationException e) {
      throw busy();
    } catch (TimeoutException e) {
      leave(line, mine);
      throw busy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      leave(line, mine);
      throw busy();
    }
  }

  /**
   * @return cancelled when there is no place for it, now or later
   */
  <T> FutureTask<T> enter(HashLine line, Supplier<T> hashing) {
    FutureTask<T> newcomer = new FutureTask<>(hashing::get);
    Optional<FutureTask<?>> gone;
    synchronized (this) {
      gone = linesOf(line).join(line.name(), newcomer);
    }
    gone.ifPresent(it -> it.cancel(false));
    if (!newcomer.isCancelled()) {
      workers.execute(this::serveNext);
    }
    return newcomer;
  }

  private void serveNext() {
    next().ifPresent(FutureTask::run);
  }

  private synchronized Optional<FutureTask<?>> next() {
    turn = (turn + 1) % TURNS;
    return turn == 0 ? strangers.next().or(known::next) : known.next().or(strangers::next);
  }

  private synchronized void leave(HashLine line, FutureTask<?> waiting) {
    waiting.cancel(false);
    linesOf(line).leave(line.name(), waiting);
  }

  private WaitingLines<FutureTask<?>> linesOf(HashLine line) {
    return line.known() ? known : strangers;
  }

  /** How many wait now. */
  synchronized int waiting() {
    return known.size() + strangers.size();
  }

  private static ServiceUnavailable busy() {
    return new ServiceUnavailable("busy", Duration.ofSeconds(2));
  }
}
