package io.moltrail.web.health;

import io.moltrail.web.WebBackends;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  @Bean
  Readiness readiness(WebBackends backends) {
    return new Readiness(backends.readiness());
  }

  @Bean
  ReadinessDaemon readinessDaemon(Readiness readiness) {
    return new ReadinessDaemon(readiness);
  }

  @Bean
  HealthController healthController(Readiness readiness) {
    return new HealthController(readiness);
  }
}
