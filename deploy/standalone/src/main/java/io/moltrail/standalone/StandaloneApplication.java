package io.moltrail.standalone;

import io.moltrail.command.CommandSide;
import io.moltrail.command.platform.CommandDatabases;
import io.moltrail.command.platform.Rights;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.log.LogListener;
import io.moltrail.eventstore.log.PostgresEventStore;
import io.moltrail.query.QuerySide;
import io.moltrail.query.platform.QueryDatabases;
import io.moltrail.standalone.embedded.EmbeddedConnection;
import io.moltrail.web.ReadinessCheck;
import io.moltrail.web.RevokedSessions;
import io.moltrail.web.VerificationKeys;
import io.moltrail.web.WebBackends;
import io.moltrail.web.WebPlatform;
import io.moltrail.web.settings.Database;
import io.moltrail.web.settings.Need;
import io.moltrail.web.settings.Settings;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Both sides in one context and behind one dispatcher; each keeps its own pools and its own
 * database role.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandSide.class, QuerySide.class, WebPlatform.class})
public class StandaloneApplication {

  @Bean
  Settings settings(Environment environment) {
    return Settings.read(environment, Need.COMMAND_SIDE);
  }

  @Bean
  CommandDatabases commandDatabases(EmbeddedConnection connection) {
    return new CommandDatabases(
        as(connection, DatabaseRoles.COMMAND), Optional.of(as(connection, DatabaseRoles.MIGRATOR)));
  }

  @Bean
  QueryDatabases queryDatabases(EmbeddedConnection connection) {
    Database query = as(connection, DatabaseRoles.QUERY);
    return new QueryDatabases(query, query, Optional.of(as(connection, DatabaseRoles.MIGRATOR)));
  }

  @Bean
  WebBackends webBackends(
      Rights rights,
      @Qualifier("commandSigningKeys") VerificationKeys keys,
      @Qualifier("commandSessions") RevokedSessions revoked,
      List<ReadinessCheck> readiness) {
    return new WebBackends(rights, keys, revoked, readiness);
  }

  @Bean
  Greeting greeting(Settings settings) {
    return new Greeting(settings);
  }

  /** Within one process a commit need not be announced through the database to be seen. */
  @Bean
  ShortCut shortCut(
      @Qualifier("commandEventStore") PostgresEventStore store,
      @Qualifier("queryLogListener") LogListener listener) {
    return new ShortCut(store, listener);
  }

  private static Database as(EmbeddedConnection connection, String role) {
    return new Database(connection.jdbcUrl(), role, connection.password(role));
  }
}
