package io.moltrail.web.redis;

import java.time.Duration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A Redis that is there, and may take its time. */
public final class RedisThere {

  private RedisThere() {}

  public static RedisGate gate(int port) {
    LettuceConnectionFactory factory =
        new LettuceConnectionFactory(
            new RedisStandaloneConfiguration("localhost", port),
            LettuceClientConfiguration.builder().commandTimeout(Duration.ofSeconds(20)).build());
    factory.afterPropertiesSet();
    factory.start();
    return new RedisGate(new StringRedisTemplate(factory), () -> 0);
  }
}
