package io.moltrail.web;

import io.moltrail.web.consistency.ConsistencyConfiguration;
import io.moltrail.web.container.ContainerConfiguration;
import io.moltrail.web.edge.EdgeConfiguration;
import io.moltrail.web.headers.HeaderConfiguration;
import io.moltrail.web.health.HealthConfiguration;
import io.moltrail.web.limits.LimitConfiguration;
import io.moltrail.web.openapi.OpenApiConfiguration;
import io.moltrail.web.pages.PageConfiguration;
import io.moltrail.web.problems.ProblemConfiguration;
import io.moltrail.web.redis.RedisConfiguration;
import io.moltrail.web.requests.RequestConfiguration;
import io.moltrail.web.security.SecurityConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisRepositoriesAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.health.DataRedisHealthContributorAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.health.DataRedisReactiveHealthContributorAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.observation.LettuceObservationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What every endpoint obeys. An application imports it, reads {@code moltrail-web.yaml}, and
 * provides two beans: {@code Settings} and {@link WebBackends}. Everything is registered here,
 * nothing is scanned; Boot's own Redis, users and resource server stay out, also where an
 * application lists further exclusions.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      DataRedisAutoConfiguration.class,
      DataRedisReactiveAutoConfiguration.class,
      DataRedisRepositoriesAutoConfiguration.class,
      DataRedisHealthContributorAutoConfiguration.class,
      DataRedisReactiveHealthContributorAutoConfiguration.class,
      LettuceObservationAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class,
      OAuth2ResourceServerAutoConfiguration.class
    })
@Import({
  RequestConfiguration.class,
  HeaderConfiguration.class,
  ContainerConfiguration.class,
  ProblemConfiguration.class,
  RedisConfiguration.class,
  LimitConfiguration.class,
  SecurityConfiguration.class,
  EdgeConfiguration.class,
  ConsistencyConfiguration.class,
  PageConfiguration.class,
  HealthConfiguration.class,
  OpenApiConfiguration.class
})
public class WebPlatform {}
