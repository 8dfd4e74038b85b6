package io.moltrail.web.limits;

import io.github.bucket4j.TimeMeter;
import io.moltrail.web.redis.RedisGate;
import io.moltrail.web.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class LimitConfiguration {

  @Bean
  RateLimits rateLimits(RedisGate redis, Settings settings) {
    return new RateLimits(
        redis, new LocalBuckets(TimeMeter.SYSTEM_MILLISECONDS), settings.secrets().linkKey());
  }

  @Bean
  AccountLimits accountLimits(RateLimits limits, Settings settings) {
    return new AccountLimits(limits, settings.limits());
  }

  @Bean
  CallLimits callLimits(RateLimits limits, Settings settings) {
    return new CallLimits(limits, settings.limits());
  }
}
