package io.moltrail.web;

import io.moltrail.web.settings.Settings;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The smallest application that an edge can have. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(WebPlatform.class)
class EdgeApplication {

  @Bean
  Settings settings(Environment environment) {
    return Settings.read(environment);
  }

  @Bean
  WebBackends webBackends() {
    return EdgeServer.backends();
  }

  @Bean
  ThingController thingController() {
    return new ThingController();
  }
}
