package io.moltrail.command.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.moltrail.web.settings.Database;
import java.time.Duration;

/** Connection pools as the production checklist wants them. */
public final class Pools {

  private Pools() {}

  public static HikariDataSource pool(String name, Database database, int most) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(Math.min(2, most));
    config.setConnectionTimeout(Duration.ofSeconds(3).toMillis());
    config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
    config.setMaxLifetime(Duration.ofMinutes(30).toMillis());
    config.addDataSourceProperty("ApplicationName", name);
    // The decision tables are named without their schema, so that they can be made anew beside it
    config.addDataSourceProperty("currentSchema", "command");
    config.addDataSourceProperty("connectTimeout", "3");
    // "Failing row contains (..)" would carry values into exceptions and logs
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(config);
  }
}
