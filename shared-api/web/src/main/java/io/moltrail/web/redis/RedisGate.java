package io.moltrail.web.redis;

import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The one door to Redis. Nothing stands in Redis that is not elsewhere too, so whoever asks gets an
 * empty answer when it is away, at once: after a failure, or three slow answers, it is not asked
 * for a second, and then by one thread first.
 */
public final class RedisGate {

  private static final Logger LOG = LoggerFactory.getLogger(RedisGate.class);
  private static final long PAUSE = Duration.ofSeconds(1).toNanos();
  private static final long SLOW = Duration.ofMillis(100).toNanos();
  private static final int SLOW_IN_A_ROW = 3;
  private static final long CLOSED = Long.MIN_VALUE;

  private final StringRedisTemplate redis;
  private final LongSupplier nanoTime;
  private final AtomicLong askAgainAt = new AtomicLong(CLOSED);
  private final AtomicInteger slowAnswers = new AtomicInteger();

  RedisGate(StringRedisTemplate redis, LongSupplier nanoTime) {
    this.redis = redis;
    this.nanoTime = nanoTime;
  }

  /**
   * @param question must not answer null
   */
  public <T> Optional<T> ask(Function<StringRedisTemplate, T> question) {
    long asked = nanoTime.getAsLong();
    if (!mayAsk(asked)) {
      return Optional.empty();
    }
    try {
      T answer = question.apply(redis);
      answered(nanoTime.getAsLong() - asked);
      return Optional.of(answer);
    } catch (DataAccessException | RedisException | IllegalStateException e) {
      away(e.toString());
      return Optional.empty();
    }
  }

  /** Whether the last that was heard of it was good. */
  public boolean available() {
    return askAgainAt.get() == CLOSED;
  }

  private boolean mayAsk(long now) {
    long until = askAgainAt.get();
    return until == CLOSED || (now - until >= 0 && askAgainAt.compareAndSet(until, now + PAUSE));
  }

  private void answered(long took) {
    if (took < SLOW) {
      slowAnswers.set(0);
      if (askAgainAt.getAndSet(CLOSED) != CLOSED) {
        LOG.info("Redis is back");
      }
    } else if (slowAnswers.incrementAndGet() >= SLOW_IN_A_ROW) {
      away("slow answers");
    }
  }

  private void away(String why) {
    slowAnswers.set(0);
    if (askAgainAt.getAndSet(nanoTime.getAsLong() + PAUSE) == CLOSED) {
      LOG.warn(
          "Redis is away: limits are local and revocations come from the database until it is back"
              + " ({})",
          why);
    }
  }
}
