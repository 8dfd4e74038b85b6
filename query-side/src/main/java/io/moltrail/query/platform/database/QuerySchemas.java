package io.moltrail.query.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import io.moltrail.eventstore.Migrations;
import io.moltrail.query.platform.QueryDatabases;
import java.util.List;

/**
 * Says that this process has migrated what it may migrate; whatever opens the read database depends
 * on it.
 */
record QuerySchemas(boolean migrated) {

  static final List<String> READ = List.of("read_a", "read_b");

  static QuerySchemas migrate(QueryDatabases databases) {
    databases
        .migrator()
        .ifPresent(
            migrator -> {
              try (HikariDataSource pool = Pools.migrator(migrator)) {
                Migrations.schema(pool, "query", "classpath:db/query");
                READ.forEach(schema -> Migrations.schema(pool, schema, "classpath:db/read"));
              }
            });
    return new QuerySchemas(databases.migrator().isPresent());
  }
}
