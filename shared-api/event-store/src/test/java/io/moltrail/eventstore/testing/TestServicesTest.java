package io.moltrail.eventstore.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moltrail.eventstore.DatabaseRoles;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class TestServicesTest {

  private static final String SCHEMAS = "SELECT nspname FROM pg_namespace";

  private static final TestDatabase DATABASE = TestServices.get().freshDatabase();

  @Test
  void what_is_prepared_once_stands_in_every_database_of_its_key_and_in_no_other()
      throws SQLException {
    AtomicInteger prepared = new AtomicInteger();
    Consumer<TestDatabase> prepare =
        it -> {
          prepared.incrementAndGet();
          new JdbcTemplate(it.as(DatabaseRoles.MIGRATOR)).execute("create schema kept");
        };

    TestDatabase one = TestServices.get().freshDatabase("kept", prepare);
    TestDatabase other = TestServices.get().freshDatabase("kept", prepare);

    assertThat(prepared).hasValue(1);
    assertThat(one.name()).isNotEqualTo(other.name());
    assertThat(query(one.as(DatabaseRoles.QUERY), SCHEMAS)).contains("kept");
    assertThat(query(other.as(DatabaseRoles.QUERY), SCHEMAS)).contains("kept");
    assertThat(query(DATABASE.as(DatabaseRoles.QUERY), SCHEMAS)).doesNotContain("kept");
  }

  @Test
  void the_cluster_commits_synchronously_and_knows_no_prepared_transactions() throws SQLException {
    assertThat(query(DATABASE.superuser(), "SHOW synchronous_commit")).containsExactly("on");
    assertThat(query(DATABASE.superuser(), "SHOW max_prepared_transactions")).containsExactly("0");
    assertThat(query(DATABASE.superuser(), "SHOW server_version_num").getFirst()).startsWith("17");
  }

  @Test
  void two_fresh_databases_do_not_see_each_other() throws SQLException {
    TestDatabase other = TestServices.get().freshDatabase();
    execute(DATABASE.as(DatabaseRoles.MIGRATOR), "CREATE SCHEMA only_here");

    assertThat(query(other.superuser(), "SELECT nspname FROM pg_namespace"))
        .doesNotContain("only_here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"moltrail_command", "moltrail_query"})
  void the_sides_cannot_make_schemas_tables_or_roles(String role) {
    DataSource side = DATABASE.as(role);

    for (String sql :
        List.of(
            "CREATE SCHEMA mine",
            "CREATE TABLE public.mine (id int)",
            "CREATE TEMPORARY TABLE mine (id int)",
            "CREATE ROLE mine",
            "CREATE DATABASE mine",
            "SET ROLE moltrail_migrator")) {
      assertThatExceptionOfType(SQLException.class)
          .as(sql)
          .isThrownBy(() -> execute(side, sql))
          .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "moltrail_command, 30s, 30s, 10s, 5s",
    "moltrail_query, 1min, 30s, 10s, 5s",
    "moltrail_migrator, 1h, 1h, 5min, 30s"
  })
  void every_role_has_its_time_limits(
      String role, String transaction, String statement, String idle, String lock)
      throws SQLException {
    List<String> limits = new ArrayList<>();
    for (String name : List.of("transaction", "statement", "idle_in_transaction_session", "lock")) {
      limits.addAll(query(DATABASE.as(role), "SHOW " + name + "_timeout"));
    }

    assertThat(limits).containsExactly(transaction, statement, idle, lock);
  }

  @Test
  void a_wrong_password_is_refused() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(
            () ->
                DriverManager.getConnection(DATABASE.jdbcUrl(), DatabaseRoles.QUERY, "wrong")
                    .close());
  }

  @Test
  void the_url_of_a_role_connects_as_that_role() throws SQLException {
    try (Connection connection = DriverManager.getConnection(DATABASE.url(DatabaseRoles.COMMAND))) {
      assertThat(connection.getMetaData().getUserName()).isEqualTo(DatabaseRoles.COMMAND);
    }
  }

  @Test
  void the_roles_can_be_made_again_with_passwords_that_need_quoting() throws SQLException {
    DatabaseRoles.Passwords hostile =
        new DatabaseRoles.Passwords("mig'; DROP ROLE postgres; --", "co\\mm$$and", "qué\"ry");
    try (Connection connection = DATABASE.superuser().getConnection()) {
      try {
        DatabaseRoles.create(connection, DATABASE.name(), hostile);

        DriverManager.getConnection(DATABASE.jdbcUrl(), DatabaseRoles.MIGRATOR, hostile.migrator())
            .close();
        DriverManager.getConnection(DATABASE.jdbcUrl(), DatabaseRoles.COMMAND, hostile.command())
            .close();
        DriverManager.getConnection(DATABASE.jdbcUrl(), DatabaseRoles.QUERY, hostile.query())
            .close();
      } finally {
        DatabaseRoles.create(connection, DATABASE.name(), TestServices.PASSWORDS);
      }
    }
  }

  @Test
  void an_empty_password_or_the_wrong_database_is_refused() throws SQLException {
    try (Connection connection = DATABASE.superuser().getConnection()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(
              () ->
                  DatabaseRoles.create(
                      connection, DATABASE.name(), new DatabaseRoles.Passwords("a", "", "c")))
          .withMessageContaining("moltrail.command_password is empty");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DatabaseRoles.create(connection, "elsewhere", TestServices.PASSWORDS));
    }
  }

  @Test
  void redis_answers() throws Exception {
    URI redis = URI.create(TestServices.get().redisUrl());

    try (Socket socket = new Socket(redis.getHost(), redis.getPort())) {
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      out.write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(in.readNBytes(5), StandardCharsets.US_ASCII)).isEqualTo("+PONG");
    }
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> query(DataSource source, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
