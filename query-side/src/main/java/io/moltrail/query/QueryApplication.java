package io.moltrail.query;

import io.moltrail.query.platform.QueryDatabases;
import io.moltrail.query.platform.backends.GrantedViews;
import io.moltrail.query.platform.database.LiveView;
import io.moltrail.query.platform.freshness.Freshness;
import io.moltrail.query.users.LiveCallers;
import io.moltrail.query.users.Users;
import io.moltrail.web.ReadinessCheck;
import io.moltrail.web.WebBackends;
import io.moltrail.web.WebPlatform;
import io.moltrail.web.settings.Need;
import io.moltrail.web.settings.Settings;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The query side as a process of its own. Nothing is scanned, and whatever Boot would make of a
 * database is left out, also where it stands on the class path: pools and transactions are made by
 * hand, by side.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
    })
@Import({QuerySide.class, WebPlatform.class})
public class QueryApplication {

  public static void main(String[] args) {
    System.setProperty("axoniq.update-checker.disabled", "true");
    SpringApplication.run(QueryApplication.class, args);
  }

  @Bean
  Settings settings(Environment environment) {
    return Settings.read(environment, Need.QUERY_SIDE);
  }

  @Bean
  QueryDatabases queryDatabases(Settings settings) {
    return QueryDatabases.of(settings);
  }

  /** The standalone has these from the command side, which knows sooner. */
  @Bean
  WebBackends queryWebBackends(
      Users users,
      LiveView live,
      Freshness freshness,
      @Qualifier("queryLogJdbc") JdbcClient log,
      List<ReadinessCheck> checks) {
    GrantedViews granted = new GrantedViews(log);
    return new WebBackends(new LiveCallers(users, live, freshness), granted, granted, checks);
  }
}
