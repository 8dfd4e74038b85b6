package io.moltrail.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.moltrail.web.settings.RateLimit;
import java.time.Duration;

/** Buckets of this node alone, for the time that Redis is away. */
final class LocalBuckets {

  private static final int MOST = 100_000;
  private static final Duration KEPT = Duration.ofHours(2);

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();
  private final TimeMeter clock;

  LocalBuckets(TimeMeter clock) {
    this.clock = clock;
  }

  Decision take(String policy, String key, RateLimit limit) {
    ConsumptionProbe probe =
        buckets.get(key + " " + limit, ignored -> full(limit)).tryConsumeAndReturnRemaining(1);
    return new Decision(
        policy,
        limit,
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForReset()),
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket full(RateLimit limit) {
    return Bucket.builder()
        .addLimit(it -> it.capacity(limit.requests()).refillGreedy(limit.requests(), limit.per()))
        .withCustomTimePrecision(clock)
        .build();
  }
}
