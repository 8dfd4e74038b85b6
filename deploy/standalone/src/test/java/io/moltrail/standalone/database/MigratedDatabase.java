package io.moltrail.standalone.database;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import javax.sql.DataSource;

/** A database that holds all schemas, made by the migrator as at a start. */
final class MigratedDatabase {

  private MigratedDatabase() {}

  static TestDatabase fresh() {
    return TestServices.get().freshDatabase("all-schemas", MigratedDatabase::migrate);
  }

  private static void migrate(TestDatabase database) {
    DataSource migrator = database.as(DatabaseRoles.MIGRATOR);
    Migrations.log(migrator);
    Migrations.schema(migrator, "command", "classpath:db/command");
    Migrations.schema(migrator, "query", "classpath:db/query");
    Migrations.schema(migrator, "read_a", "classpath:db/read");
    Migrations.schema(migrator, "read_b", "classpath:db/read");
  }
}
