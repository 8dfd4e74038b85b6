package io.moltrail.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
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

  Decision take(String policy, String key, RateLimit limit, int cost) {
    Bucket bucket = buckets.get(key + " " + limit, ignored -> full(limit));
    return cost == 0 ? look(policy, limit, bucket) : take(policy, limit, bucket);
  }

  private static Decision look(String policy, RateLimit limit, Bucket bucket) {
    EstimationProbe probe = bucket.estimateAbilityToConsume(1);
    Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
    return new Decision(
        policy, limit, probe.canBeConsumed(), probe.getRemainingTokens(), wait, wait);
  }

  private static Decision take(String policy, RateLimit limit, Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
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
