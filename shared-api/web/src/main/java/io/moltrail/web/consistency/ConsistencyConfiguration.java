package io.moltrail.web.consistency;

import io.moltrail.web.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class ConsistencyConfiguration {

  @Bean
  ConsistencyTokens consistencyTokens(Settings settings) {
    return new ConsistencyTokens(settings.secrets().linkKey());
  }
}
