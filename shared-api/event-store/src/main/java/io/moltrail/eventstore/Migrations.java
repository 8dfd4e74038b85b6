package io.moltrail.eventstore;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a schema to the version that this code was written for. Runs as the migrator, never as a
 * side.
 */
public final class Migrations {

  private Migrations() {}

  /** The log itself: events, data keys, security events. */
  public static void log(DataSource migrator) {
    schema(migrator, "log", "classpath:db/log");
  }

  /**
   * Any other schema.
   *
   * @param location of the SQL files, which may use <code>${schema}</code>
   */
  public static void schema(DataSource migrator, String schema, String location) {
    Flyway.configure()
        .dataSource(migrator)
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(true)
        .locations(location)
        .placeholders(Map.of("schema", schema))
        .cleanDisabled(true)
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }
}
