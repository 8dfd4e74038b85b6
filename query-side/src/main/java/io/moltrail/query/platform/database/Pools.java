package io.moltrail.query.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.moltrail.web.settings.Database;
import java.time.Duration;

/**
 * Connection pools. None connects at birth: what waits for a database is {@link SchemaCheck}, with
 * a clear sentence.
 */
final class Pools {

  private static final Duration START = Duration.ofSeconds(60);

  private Pools() {}

  static HikariDataSource of(String name, Database database, int most) {
    return new HikariDataSource(config(name, database, most));
  }

  /** A pool that sees one schema only, and writes batches as one statement. */
  static HikariDataSource of(String name, Database database, int most, String schema) {
    HikariConfig config = config(name, database, most);
    config.addDataSourceProperty("currentSchema", schema);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }

  /** For migrations: waits for the database as long as a start may take. */
  static HikariDataSource migrator(Database database) {
    HikariConfig config = config("moltrail-query-migrator", database, 2);
    config.setInitializationFailTimeout(START.toMillis());
    return new HikariDataSource(config);
  }

  private static HikariConfig config(String name, Database database, int most) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(Duration.ofSeconds(3).toMillis());
    config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
    config.setMaxLifetime(Duration.ofMinutes(30).toMillis());
    config.addDataSourceProperty("ApplicationName", name);
    config.addDataSourceProperty("connectTimeout", "3");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // the detail of an error is often a whole row, and rows hold what must not be in a log
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return config;
  }
}
