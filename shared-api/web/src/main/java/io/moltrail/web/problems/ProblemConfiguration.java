package io.moltrail.web.problems;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

  @Bean
  ProblemSource edgeProblems() {
    return new EdgeProblems();
  }

  @Bean
  ProblemCatalogue problemCatalogue(List<ProblemSource> sources) {
    return new ProblemCatalogue(sources);
  }

  @Bean
  ProblemWriter problemWriter(
      ObjectProvider<FailureTranslator> translators, ProblemCatalogue catalogue, JsonMapper json) {
    return new ProblemWriter(
        new Translation(translators.orderedStream().toList()), catalogue, json);
  }

  @Bean
  ProblemAdvice problemAdvice(ProblemWriter writer) {
    return new ProblemAdvice(writer);
  }

  @Bean
  ProblemErrorController problemErrorController(ProblemWriter writer) {
    return new ProblemErrorController(writer);
  }

  @Bean
  ProblemPages problemPages(ProblemCatalogue catalogue) {
    return new ProblemPages(catalogue);
  }
}
