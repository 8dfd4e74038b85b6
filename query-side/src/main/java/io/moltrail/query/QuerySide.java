package io.moltrail.query;

import io.moltrail.query.history.HistoryConfiguration;
import io.moltrail.query.molecules.MoleculesConfiguration;
import io.moltrail.query.platform.database.DatabaseConfiguration;
import io.moltrail.query.platform.freshness.FreshnessConfiguration;
import io.moltrail.query.platform.lists.ListConfiguration;
import io.moltrail.query.platform.projection.Projection;
import io.moltrail.query.platform.projection.ProjectionConfiguration;
import io.moltrail.query.platform.projection.Projections;
import io.moltrail.query.projects.ProjectsConfiguration;
import io.moltrail.query.statistics.StatisticsConfiguration;
import io.moltrail.query.users.UsersConfiguration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The whole query side, for an application of its own and for the standalone alike. Needs {@code
 * Settings} and {@code QueryDatabases}; declares everything else by hand, named by side.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  DatabaseConfiguration.class,
  ProjectionConfiguration.class,
  FreshnessConfiguration.class,
  ListConfiguration.class,
  UsersConfiguration.class,
  ProjectsConfiguration.class,
  MoleculesConfiguration.class,
  HistoryConfiguration.class,
  StatisticsConfiguration.class
})
public class QuerySide {

  /** Which read models there are, rights first. */
  @Bean
  Projections queryProjections(
      @Qualifier("queryUsersProjection") Projection users,
      @Qualifier("queryMembersProjection") Projection members,
      @Qualifier("queryProjectsProjection") Projection projects,
      @Qualifier("queryInvitationsProjection") Projection invitations,
      @Qualifier("queryMoleculesProjection") Projection molecules,
      @Qualifier("queryHistoryProjection") Projection history) {
    return new Projections(
        List.of(users, members), List.of(projects, invitations, molecules, history));
  }
}
