package io.moltrail.query.statistics;

import io.moltrail.query.projects.Projects;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class StatisticsConfiguration {

  @Bean
  StatsController queryStatsController(Projects projects) {
    return new StatsController(new Statistics(), projects, Clock.systemUTC());
  }
}
