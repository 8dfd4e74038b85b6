package io.moltrail.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code deploy/database/roles.sql} makes of a cluster and of a database. */
class DatabaseRolesTest {

  private static final TestDatabase DATABASE = TestServices.get().freshDatabase();

  @Test
  void the_three_roles_can_log_in_and_nothing_more() throws SQLException {
    assertThat(
            superuser(
                """
                select rolname || ' ' || concat_ws(' ', case when rolcanlogin then 'login' end,
                  case when rolsuper then 'superuser' end, case when rolinherit then 'inherit' end,
                  case when rolcreaterole then 'createrole' end, case when rolcreatedb then 'createdb' end,
                  case when rolreplication then 'replication' end, case when rolbypassrls then 'bypassrls' end)
                from pg_roles where rolname like 'moltrail%' order by 1
                """))
        .containsExactly(
            "moltrail_command login", "moltrail_migrator login", "moltrail_query login");
  }

  @Test
  void no_role_is_a_member_of_another() throws SQLException {
    assertThat(
            superuser(
                """
                select member::regrole || ' in ' || roleid::regrole from pg_auth_members
                where 'moltrail' in (split_part(member::regrole::text, '_', 1), split_part(roleid::regrole::text, '_', 1))
                """))
        .isEmpty();
  }

  @Test
  void only_the_three_roles_may_enter_the_database() throws SQLException {
    assertThat(
            superuser(
                """
                select grantee::regrole || ' ' || lower(privilege_type) from pg_database, aclexplode(datacl)
                where datname = current_database() and grantee <> datdba order by 1
                """))
        .containsExactly(
            "moltrail_command connect",
            "moltrail_migrator connect",
            "moltrail_migrator create",
            "moltrail_migrator temporary",
            "moltrail_query connect");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "template1"})
  void none_of_the_roles_may_enter_a_database_that_the_cluster_was_born_with(String other)
      throws SQLException {
    assertThat(
            superuser(
                """
                select rolname from pg_roles where rolname like 'moltrail%%'
                and (has_database_privilege(oid, '%1$s', 'connect') or has_database_privilege(oid, '%1$s', 'temporary'))
                """
                    .formatted(other)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"moltrail_migrator", "moltrail_command", "moltrail_query"})
  void what_a_role_does_leaves_no_values_in_the_log_of_the_server(String role) throws SQLException {
    Map<String, String> expected =
        Map.of(
            "log_parameter_max_length", "0",
            "log_parameter_max_length_on_error", "0",
            "log_error_verbosity", "terse");

    for (Map.Entry<String, String> setting : expected.entrySet()) {
      assertThat(query(DATABASE.as(role), "show " + setting.getKey()))
          .as(setting.getKey())
          .containsExactly(setting.getValue());
    }
    refused(role, "set log_parameter_max_length = -1");
    refused(role, "set log_error_verbosity = default");
  }

  /** Pools and listeners keep idle connections on purpose. */
  @ParameterizedTest
  @ValueSource(strings = {"moltrail_migrator", "moltrail_command", "moltrail_query"})
  void an_idle_session_outside_a_transaction_may_last(String role) throws SQLException {
    assertThat(query(DATABASE.as(role), "show idle_session_timeout")).containsExactly("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"moltrail_command", "moltrail_query"})
  void a_side_can_make_neither_large_objects_nor_use_functions_that_nobody_granted(String role)
      throws SQLException {
    execute(
        DATABASE.as(DatabaseRoles.MIGRATOR),
        "create schema made_for_" + role,
        "grant usage on schema made_for_" + role + " to " + role,
        "create function made_for_" + role + ".answer() returns int language sql return 42");

    refused(role, "select made_for_" + role + ".answer()");
    refused(role, "select lo_create(0)");
    refused(role, "select lo_creat(0)");
    refused(role, "select lo_from_bytea(0, 'x')");
  }

  /** In a transaction that is rolled back: the roles are those of all databases of the cluster. */
  @Test
  void a_read_database_of_its_own_needs_no_command_role() throws Exception {
    try (Connection superuser = DATABASE.superuser().getConnection();
        Statement sql = superuser.createStatement()) {
      superuser.setAutoCommit(false);
      sql.execute("alter role moltrail_command rename to moltrail_command_elsewhere");
      sql.execute("revoke all on database " + DATABASE.name() + " from moltrail_command_elsewhere");
      sql.execute("set local moltrail.database = 'read'");
      sql.execute("set local moltrail.migrator_password = 'm'");
      sql.execute("set local moltrail.query_password = 'q'");
      sql.execute(script());

      assertThat(rows(sql, "select rolname from pg_roles where rolname = 'moltrail_command'"))
          .isEmpty();
      assertThat(entering(sql)).containsExactly("moltrail_migrator", "moltrail_query");
    }
  }

  @Test
  void a_command_role_of_the_same_cluster_is_shut_out_of_a_read_database() throws Exception {
    try (Connection superuser = DATABASE.superuser().getConnection();
        Statement sql = superuser.createStatement()) {
      superuser.setAutoCommit(false);
      sql.execute("set local moltrail.database = 'read'");
      sql.execute("set local moltrail.migrator_password = 'm'");
      sql.execute("set local moltrail.query_password = 'q'");
      sql.execute(script());

      assertThat(entering(sql)).containsExactly("moltrail_migrator", "moltrail_query");
    }
  }

  @Test
  void a_database_that_holds_something_unknown_is_refused() throws Exception {
    try (Connection superuser = DATABASE.superuser().getConnection();
        Statement sql = superuser.createStatement()) {
      superuser.setAutoCommit(false);
      sql.execute("set local moltrail.database = 'reed'");

      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> sql.execute(script()))
          .withMessageContaining("moltrail.database is reed: it must be both, log or read");
    }
  }

  private static List<String> entering(Statement sql) throws SQLException {
    return rows(
        sql,
        "select rolname from pg_roles where rolname like 'moltrail%'"
            + " and has_database_privilege(oid, current_database(), 'connect') order by 1");
  }

  private static void refused(String role, String sql) {
    assertThatExceptionOfType(SQLException.class)
        .as(sql)
        .isThrownBy(() -> execute(DATABASE.as(role), sql))
        .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
  }

  private static String script() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(DatabaseRoles.class.getResourceAsStream("roles.sql"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void execute(DataSource source, String... statements) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  private static List<String> superuser(String sql) throws SQLException {
    return query(DATABASE.superuser(), sql);
  }

  private static List<String> query(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      return rows(statement, sql);
    }
  }

  private static List<String> rows(Statement statement, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
