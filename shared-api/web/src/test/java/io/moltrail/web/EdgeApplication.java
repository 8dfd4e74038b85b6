package io.moltrail.web;

import io.moltrail.web.permissions.Permissions;
import io.moltrail.web.redis.RedisGate;
import io.moltrail.web.redis.RedisThere;
import io.moltrail.web.settings.Settings;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** The smallest application that an edge can have. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(WebPlatform.class)
class EdgeApplication {

  @Bean
  Settings settings(Environment environment) {
    return Settings.read(environment);
  }

  /** A loaded machine must not make a test take Redis for slow. */
  @Bean
  @Primary
  RedisGate patientRedisGate(Settings settings) {
    return RedisThere.gate(settings.redisUrl().getPort());
  }

  @Bean
  WebBackends webBackends() {
    return EdgeServer.backends();
  }

  @Bean
  @Primary
  Permissions allPermissions() {
    return ThingController.permissions();
  }

  @Bean
  ThingController thingController() {
    return new ThingController();
  }
}
