package io.moltrail.query.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.query.platform.QueryDatabases;
import io.moltrail.query.platform.database.SchemaCheck.SchemaMissingException;
import io.moltrail.query.testing.WrittenLog;
import io.moltrail.web.settings.Database;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaCheckTest {

  @Test
  void without_a_log_the_start_ends_with_a_sentence_that_says_who_makes_it() {
    assertThatExceptionOfType(SchemaMissingException.class)
        .isThrownBy(() -> check(TestServices.get().freshDatabase(), Duration.ofMillis(300)).await())
        .withMessageContaining("log.event is still not there")
        .withMessageContaining("start the command side");
  }

  @Test
  void without_read_tables_the_start_ends_with_a_sentence_that_says_what_to_set() {
    TestDatabase database = new WrittenLog().database();

    assertThatExceptionOfType(SchemaMissingException.class)
        .isThrownBy(() -> check(database, Duration.ofMillis(300)).await())
        .withMessageContaining("query.live_view")
        .withMessageContaining("MIGRATION_DATABASE_URL");
  }

  @Test
  void a_start_waits_until_another_process_has_migrated() throws Exception {
    TestDatabase database = new WrittenLog().database();
    Thread other = Thread.ofVirtual().start(() -> migrate(database));

    assertThatCode(() -> check(database, Duration.ofSeconds(60)).await())
        .doesNotThrowAnyException();
    other.join();
  }

  @Test
  void migrating_twice_changes_nothing() {
    TestDatabase database = new WrittenLog().database();
    Migrations.schema(database.as(DatabaseRoles.MIGRATOR), "query", "classpath:db/query");

    migrate(database);
    migrate(database);

    assertThatCode(() -> check(database, Duration.ofMillis(300)).await())
        .doesNotThrowAnyException();
  }

  private static void migrate(TestDatabase database) {
    Database query = database(database, DatabaseRoles.QUERY);
    QuerySchemas.migrate(
        new QueryDatabases(query, query, Optional.of(database(database, DatabaseRoles.MIGRATOR))));
  }

  private static Database database(TestDatabase database, String role) {
    return new Database(database.jdbcUrl(), role, TestDatabase.passwordOf(role));
  }

  private static SchemaCheck check(TestDatabase database, Duration patience) {
    JdbcClient query = JdbcClient.create(database.as(DatabaseRoles.QUERY));
    return new SchemaCheck(query, query, patience);
  }
}
