package io.moltrail.eventstore.envelope;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Data keys in memory, each until a moment that was set before its row was read: however long the
 * read took, a key that was destroyed meanwhile does not outlive the bound.
 */
final class KeyCache {

  private static final int MOST = 100_000;

  private final long lifeNanos;
  private final Ticker ticker;
  private final Cache<String, Held> keys;

  KeyCache(Duration life, Ticker ticker) {
    this.lifeNanos = life.toNanos();
    this.ticker = ticker;
    this.keys =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .ticker(ticker)
            .expireAfter(Expiry.<String, Held>writing((subject, held) -> left(held)))
            .build();
  }

  private Duration left(Held held) {
    return Duration.ofNanos(Math.max(0, held.until() - ticker.read()));
  }

  /** Until when a key may be held whose row is read from now on. */
  long deadline() {
    return ticker.read() + lifeNanos;
  }

  Optional<Held> find(String subject) {
    return Optional.ofNullable(keys.getIfPresent(subject));
  }

  void put(String subject, Held held) {
    keys.put(subject, held);
  }

  /** The subject's key and all that it wraps. */
  void forget(String subject) {
    keys.invalidate(subject);
    keys.asMap().values().removeIf(it -> it.wrappedBy().equals(subject));
  }

  /**
   * @param until by the cache's clock, nanoseconds
   */
  record Held(SecretKey key, String wrappedBy, long until) {}
}
