package io.moltrail.query.history;

import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.PostgresEventStorageEngine;
import io.moltrail.query.molecules.Molecules;
import io.moltrail.query.platform.lists.Pages;
import io.moltrail.query.platform.projection.Projection;
import io.moltrail.query.projects.Projects;
import io.moltrail.query.users.Users;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class HistoryConfiguration {

  @Bean
  Projection queryHistoryProjection() {
    return new HistoryProjection();
  }

  @Bean
  HistoryController queryHistoryController(
      @Qualifier("queryEventLog") EventLog log,
      @Qualifier("queryEventStorageEngine") PostgresEventStorageEngine engine,
      Projects projects,
      Molecules molecules,
      Users users,
      Pages pages) {
    return new HistoryController(new Histories(log, engine), projects, molecules, users, pages);
  }
}
