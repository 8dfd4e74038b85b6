package io.moltrail.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each role may do what {@code deploy/database/README.md} says, and nothing else. */
class GrantsTest {

  private static final List<String> ROLES = List.of(DatabaseRoles.COMMAND, DatabaseRoles.QUERY);
  private static final TestDatabase DATABASE = MigratedDatabase.fresh();
  private static final JdbcClient CATALOGUE = JdbcClient.create(DATABASE.superuser());
  private static final Rights WRITTEN = WrittenRights.read();
  private static final Map<String, Connection> SESSIONS = new HashMap<>();

  @BeforeAll
  static void enter() throws SQLException {
    for (String role : ROLES) {
      Connection session = DATABASE.as(role).getConnection();
      session.setAutoCommit(false);
      SESSIONS.put(role, session);
    }
  }

  @AfterAll
  static void leave() throws SQLException {
    for (Connection session : SESSIONS.values()) {
      session.close();
    }
  }

  @Test
  void the_catalogue_holds_exactly_the_rights_of_the_table() {
    assertThat(WRITTEN.differencesTo(CatalogueRights.read(CATALOGUE))).isEmpty();
  }

  @Test
  void nobody_else_was_given_anything_and_nothing_may_be_passed_on() {
    assertThat(CatalogueRights.stray(CATALOGUE)).isEmpty();
  }

  @Test
  void everything_belongs_to_the_migrator() {
    assertThat(CatalogueRights.foreign(CATALOGUE)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> what_the_table_says_is_what_happens() {
    return WRITTEN.objects().stream()
        .flatMap(
            object ->
                ROLES.stream()
                    .flatMap(
                        role ->
                            Attempt.verbs(object).stream()
                                .map(verb -> attempt(role, verb, object))));
  }

  private static DynamicTest attempt(String role, String verb, DatabaseObject object) {
    boolean allowed = WRITTEN.may(role, verb, object);
    return dynamicTest(
        role + (allowed ? " has " : " is refused ") + verb + " on " + object,
        () -> assertThat(succeeds(role, verb, object)).isEqualTo(allowed));
  }

  private static boolean succeeds(String role, String verb, DatabaseObject object)
      throws SQLException {
    return Attempt.succeeds(SESSIONS.get(role), verb, object);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signing_key",
        "credential",
        "session",
        "refresh_token",
        "mail_token",
        "claim",
        "outbox",
        "scheduled_tasks"
      })
  void the_query_side_cannot_read_what_is_secret_on_the_command_side(String table)
      throws SQLException {
    DatabaseObject secret = new DatabaseObject("table", "command." + table);

    assertThat(succeeds(DatabaseRoles.QUERY, "select", secret)).isFalse();
    assertThat(succeeds(DatabaseRoles.COMMAND, "select", secret)).isTrue();
  }

  /** Whatever it is called: stored answers of the idempotency keys will be one of them. */
  @Test
  void the_query_side_can_use_no_table_of_the_command_side() throws SQLException {
    List<DatabaseObject> tables =
        CatalogueRights.read(CATALOGUE).objects().stream()
            .filter(it -> it.kind().equals("table") && it.name().startsWith("command."))
            .toList();

    assertThat(tables).hasSizeGreaterThan(10);
    for (DatabaseObject table : tables) {
      for (String verb : Attempt.verbs(table)) {
        assertThat(succeeds(DatabaseRoles.QUERY, verb, table)).as(verb + " " + table).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"insert", "update", "delete", "truncate"})
  void the_query_side_cannot_write_data_keys(String verb) throws SQLException {
    DatabaseObject keys = new DatabaseObject("table", "log.data_key");

    assertThat(succeeds(DatabaseRoles.QUERY, verb, keys)).isFalse();
    assertThat(succeeds(DatabaseRoles.QUERY, "select", keys)).isTrue();
  }

  @Test
  void every_view_that_the_query_side_may_read_hides_its_other_rows_from_conditions() {
    assertThat(
            CATALOGUE
                .sql(
                    """
                    select relname from pg_class where relkind = 'v' and relnamespace = 'command'::regnamespace
                    and not coalesce('security_barrier=true' = any (reloptions), false)
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void every_function_looks_names_up_in_the_catalogue_first() {
    assertThat(
            CATALOGUE
                .sql(
                    """
                    select oid::regprocedure::text from pg_proc
                    where pronamespace in (select oid from pg_namespace where nspowner = 'moltrail_migrator'::regrole)
                    and not exists (select from unnest(proconfig) setting where setting like 'search\\_path=pg\\_catalog, %pg\\_temp')
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }
}
