package io.moltrail.web.health;

import io.moltrail.web.ReadinessCheck;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A check that counts as failed after a second; one that hangs is not started again on top of
 * itself.
 */
final class BoundedCheck {

  private static final Duration BOUND = Duration.ofSeconds(1);

  private final ReadinessCheck check;
  private final Duration bound;
  private CompletableFuture<Boolean> running = CompletableFuture.completedFuture(false);

  BoundedCheck(ReadinessCheck check) {
    this(check, BOUND);
  }

  BoundedCheck(ReadinessCheck check, Duration bound) {
    this.check = check;
    this.bound = bound;
  }

  String name() {
    return check.name();
  }

  void start() {
    if (running.isDone()) {
      running = CompletableFuture.supplyAsync(check::ready, task -> Thread.ofVirtual().start(task));
    }
  }

  boolean passed() {
    try {
      return running.get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
