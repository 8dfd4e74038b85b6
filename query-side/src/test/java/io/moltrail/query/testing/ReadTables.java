package io.moltrail.query.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.query.platform.database.ReachedPlace;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.database.Tokens;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The schema {@code read_a} of a database, migrated, as the query role sees it. */
public final class ReadTables {

  private ReadTables() {}

  public static ReadSchema in(TestDatabase database) {
    Migrations.schema(database.as(DatabaseRoles.MIGRATOR), "read_a", "classpath:db/read");
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(DatabaseRoles.QUERY);
    config.setPassword(TestDatabase.passwordOf(DatabaseRoles.QUERY));
    config.addDataSourceProperty("currentSchema", "read_a");
    config.setMaximumPoolSize(6);
    config.setMinimumIdle(0);
    HikariDataSource pool = new HikariDataSource(config);
    JdbcTemplate template = new JdbcTemplate(pool);
    return new ReadSchema(
        "read_a",
        template,
        JdbcClient.create(template),
        new JdbcTransactionManager(pool),
        Tokens.store(pool),
        new ReachedPlace());
  }
}
