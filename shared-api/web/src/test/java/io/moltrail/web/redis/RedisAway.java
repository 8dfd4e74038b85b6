package io.moltrail.web.redis;

import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A Redis that is not there. */
public final class RedisAway {

  private RedisAway() {}

  public static RedisGate gate() {
    RedisGate gate = new RedisGate(new StringRedisTemplate(), () -> 0);
    gate.ask(
        redis -> {
          throw new RedisConnectionFailureException("away");
        });
    return gate;
  }
}
