package io.moltrail.web.pages;

import io.moltrail.web.requests.RequestArgument;
import io.moltrail.web.settings.Settings;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class PageConfiguration {

  @Bean
  Cursors cursors(Settings settings) {
    return new Cursors(settings.secrets().linkKey(), new SecureRandom());
  }

  @Bean
  WebMvcConfigurer pageReading(Cursors cursors) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArgument<>(PageRequest.class, new PageArgument(cursors)::read));
      }
    };
  }
}
