package io.moltrail.command.platform;

import io.moltrail.web.openapi.ProblemResponses;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this side adds to the API document; apart, for there are command sides without HTTP. */
@Configuration(proxyBeanMethods = false)
public class CommandDocument {

  @Bean
  GlobalOperationCustomizer commandOpenApi(ProblemResponses problems) {
    return new CommandOpenApi(problems);
  }
}
