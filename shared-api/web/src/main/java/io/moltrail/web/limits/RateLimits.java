package io.moltrail.web.limits;

import io.moltrail.web.problems.TooManyRequests;
import io.moltrail.web.redis.KeySpace;
import io.moltrail.web.redis.RedisGate;
import io.moltrail.web.settings.RateLimit;
import io.moltrail.web.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Token buckets shared by all nodes: one call to Redis each, by Redis' own clock; local buckets
 * when Redis is away. Keys are hashed with a secret, for they are made of addresses and accounts.
 */
public final class RateLimits {

  private static final RedisScript<List<Long>> TAKE = TokenBucketScript.LOADED;

  private final RedisGate redis;
  private final LocalBuckets local;
  private final SecretKeySpec key;

  RateLimits(RedisGate redis, LocalBuckets local, Secret linkKey) {
    this.redis = redis;
    this.local = local;
    this.key = new SecretKeySpec(linkKey.derive("rate-limit"), "HmacSHA256");
  }

  /** Takes one request out of the bucket of {@code key} under {@code policy}. */
  public Decision take(String policy, String key, RateLimit limit) {
    return ask(policy, key, limit, 1);
  }

  /**
   * Takes nothing: for requests that count only once they have been found sound, and are refused
   * before that when the bucket is empty.
   *
   * @throws TooManyRequests when the bucket is empty
   */
  public void requireRoom(String policy, String key, RateLimit limit) {
    refuseUnlessAllowed(ask(policy, key, limit, 0));
  }

  private Decision ask(String policy, String key, RateLimit limit, int cost) {
    String bucket = KeySpace.LIMIT.key(policy + ":" + hash(key));
    return redis
        .ask(
            it ->
                it.execute(
                    TAKE, List.of(bucket), capacity(limit), period(limit), Integer.toString(cost)))
        .map(answer -> decision(policy, limit, answer))
        .orElseGet(() -> local.take(policy, bucket, limit, cost));
  }

  /**
   * As {@link #take}; the answer to the request that this thread serves says so in its headers.
   *
   * @throws TooManyRequests when the bucket is empty
   */
  public void require(String policy, String key, RateLimit limit) {
    refuseUnlessAllowed(take(policy, key, limit));
  }

  private static void refuseUnlessAllowed(Decision decision) {
    RateLimitHeaders.announce(decision);
    if (!decision.allowed()) {
      throw new TooManyRequests(decision.headers());
    }
  }

  private static String capacity(RateLimit limit) {
    return Integer.toString(limit.requests());
  }

  private static String period(RateLimit limit) {
    return Long.toString(limit.per().toMillis());
  }

  private static Decision decision(String policy, RateLimit limit, List<Long> answer) {
    return new Decision(
        policy,
        limit,
        answer.get(0) == 1,
        answer.get(1),
        Duration.ofMillis(answer.get(2)),
        Duration.ofMillis(answer.get(3)));
  }

  private String hash(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
