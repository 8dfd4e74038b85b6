package io.moltrail.query.platform.lists;

import io.moltrail.web.pages.Cursors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class ListConfiguration {

  @Bean
  Pages queryPages(Cursors cursors) {
    return new Pages(cursors);
  }
}
