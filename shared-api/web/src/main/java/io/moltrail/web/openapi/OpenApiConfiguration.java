package io.moltrail.web.openapi;

import io.moltrail.web.pages.PageRequest;
import io.moltrail.web.problems.ProblemCatalogue;
import io.moltrail.web.problems.ProblemFacts;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.Form;
import io.moltrail.web.requests.IfMatch;
import io.moltrail.web.requests.WaitPreference;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import io.moltrail.web.settings.Settings;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(
            Caller.class,
            CallerAddress.class,
            IfMatch.class,
            ChangeReason.class,
            WaitPreference.class,
            PageRequest.class)
        .addResponseWrapperToIgnore(Form.class);
  }

  @Bean
  OpenAPI openApi(Settings settings) {
    return ApiDocument.base(settings.publicUrl());
  }

  @Bean
  ModelConverter recordSchemas() {
    return new RecordSchemas();
  }

  @Bean
  ProblemResponses problemResponses(ProblemCatalogue catalogue) {
    return new ProblemResponses(catalogue);
  }

  @Bean
  GlobalOperationCustomizer commonOperations(ProblemResponses problems) {
    return new CommonOperations(problems);
  }

  @Bean
  GlobalOpenApiCustomizer commonDocument(
      ProblemResponses problems, ObjectProvider<ProblemFacts> facts) {
    Words words = Words.read();
    return new CommonDocument(
        problems, new CompleteSchemas(words, facts.orderedStream().toList()), words);
  }

  @Bean
  FrontPage frontPage() {
    return new FrontPage();
  }
}
