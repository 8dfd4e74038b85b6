package io.moltrail.query.platform.freshness;

import io.moltrail.eventstore.log.EventLog;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.Refusal;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.database.Tokens;
import io.moltrail.web.consistency.ConsistencyTokens;
import io.moltrail.web.problems.ServiceUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Read your writes: a request that carries a consistency token is answered from rows that cover its place, or not at all
 * (DESIGN §5).
 */
public final class Freshness {

  /** How long a reader listens for this node's own processor before looking what another node's has written. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final String SATISFIED = Freshness.class.getName();

  private final ConsistencyTokens tokens;
  private final EventLog log;
  private final ReentrantLock looking = new ReentrantLock();

  Freshness(ConsistencyTokens tokens, EventLog log) {
    this.tokens = tokens;
    this.log = log;
  }

  /**
   * Waits as long as the caller is ready to. Asked twice for one request, it answers the second time at once.
   *
   * @throws ServiceUnavailable when the rows are still behind
   * @throws Refusal.Conflict when the log was restored to before that write
   */
  public void require(HttpServletRequest request, ReadSchema schema) {
    String token = request.getHeader(ConsistencyTokens.HEADER);
    if (token == null || schema.name().equals(request.getAttribute(SATISFIED))) {
      return;
    }
    LogPlace place = tokens.decode(token);
    if (!log.holds(place)) {
      throw new Refusal.Conflict(
          "log-restored", "The log was restored to before this write; what it did is gone.");
    }
    if (!reached(schema, place, Patience.of(request))) {
      throw lagging();
    }
    request.setAttribute(SATISFIED, schema.name());
  }

  static ServiceUnavailable lagging() {
    return new ServiceUnavailable(
        "projection-lag", "The answer would not show the newest changes; ask again in a moment.", RETRY_AFTER);
  }

  private boolean reached(ReadSchema schema, LogPlace place, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    try {
      while (!schema.reached().covers(place)) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        if (!schema.reached().awaitNews(place, Math.min(left, LOOK_NANOS))) {
          look(schema);
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One reader looks for all who wait: the token row must not be read once per waiting request. */
  void look(ReadSchema schema) {
    if (looking.tryLock()) {
      try {
        Tokens.stored(schema).ifPresent(schema.reached()::advance);
      } finally {
        looking.unlock();
      }
    }
  }
}
