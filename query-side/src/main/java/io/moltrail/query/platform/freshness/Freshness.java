package io.moltrail.query.platform.freshness;

import io.moltrail.eventstore.log.EventLog;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.Refusal;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.database.Tokens;
import io.moltrail.web.consistency.ConsistencyTokens;
import io.moltrail.web.problems.ServiceUnavailable;
import io.moltrail.web.requests.Preferences;
import io.moltrail.web.requests.WaitPreference;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Read your writes: a request that carries a consistency token is answered from rows that cover its
 * place, or not at all (DESIGN §5).
 */
public final class Freshness {

  /**
   * How long a reader listens for this node's own processor before looking what another node's has
   * written.
   */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** DESIGN §5: beyond it, somebody may still see what they have lost the right to. */
  static final Duration MOST_LAG = Duration.ofSeconds(3);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final String SATISFIED = Freshness.class.getName();

  private final ConsistencyTokens tokens;
  private final EventLog log;
  private final LagWatch lag;
  private final ReentrantLock looking = new ReentrantLock();

  Freshness(ConsistencyTokens tokens, EventLog log, LagWatch lag) {
    this.tokens = tokens;
    this.log = log;
    this.lag = lag;
  }

  /**
   * Waits as long as the caller is ready to. Asked twice for one request, it answers the second
   * time at once.
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
    if (!reached(schema, place, WaitPreference.of(Preferences.of(request)).atMost())) {
      throw lagging();
    }
    request.setAttribute(SATISFIED, schema.name());
  }

  static ServiceUnavailable lagging() {
    return new ServiceUnavailable(
        "projection-lag",
        "The answer would not show the newest changes; ask again in a moment.",
        RETRY_AFTER);
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

  /**
   * How old the answer may be. When nobody has looked lately, as on a machine that is overloaded,
   * it is looked at once: that the watch was late does not mean that the rows are.
   */
  Duration lag(ReadSchema schema) {
    Duration known = lag.lag(schema);
    if (known.compareTo(MOST_LAG) <= 0) {
      return known;
    }
    lookAround(schema);
    return lag.lag(schema);
  }

  /** Where the log ends and where the rows are, now. */
  void lookAround(ReadSchema schema) {
    if (looking.tryLock()) {
      try {
        lag.look();
        look(schema);
      } finally {
        looking.unlock();
      }
    }
  }

  /** One reader looks for all who wait: the token row must not be read once per waiting request. */
  private void look(ReadSchema schema) {
    if (looking.tryLock()) {
      try {
        Tokens.stored(schema).ifPresent(schema.reached()::advance);
      } finally {
        looking.unlock();
      }
    }
  }
}
