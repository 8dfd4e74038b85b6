package io.moltrail.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.moltrail.eventstore.DatabaseRoles;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServicesTest {

  @TempDir private static Path parent;
  private static Path folder;

  /** A first run that stored something, for the tests of the second. */
  @BeforeAll
  static void run_for_the_first_time() throws Exception {
    folder = parent.toRealPath().resolve("data folder");
    try (EmbeddedServices services = EmbeddedServices.start(folder)) {
      execute(
          services,
          "CREATE SCHEMA kept",
          "CREATE TABLE kept.molecule (name text)",
          "INSERT INTO kept.molecule VALUES ('aspirin')");
    }
  }

  @AfterAll
  static void nothing_runs_at_the_end() {
    assertThat(processes(folder)).isEmpty();
  }

  @Test
  void the_second_run_finds_the_data_and_the_secrets_of_the_first() throws Exception {
    String secrets = Files.readString(folder.resolve("secrets.properties"));

    try (EmbeddedServices services = EmbeddedServices.start(folder)) {
      assertThat(storedNames(services)).isEqualTo("aspirin");
      assertThat(processes(folder)).isNotEmpty();
    }

    assertThat(Files.readString(folder.resolve("secrets.properties"))).isEqualTo(secrets);
    assertThat(processes(folder)).isEmpty();
  }

  @Test
  void what_is_committed_is_on_disk_and_checked() throws Exception {
    try (EmbeddedServices services = EmbeddedServices.start(folder)) {
      for (String on :
          List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
        assertThat(query(services, "SHOW " + on)).as(on).isEqualTo("on");
      }
      assertThat(query(services, "SHOW max_prepared_transactions")).isEqualTo("0");
      assertThat(query(services, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void nobody_gets_in_without_a_password() throws Exception {
    try (EmbeddedServices services = EmbeddedServices.start(folder)) {
      EmbeddedConnection connection = services.connection();

      for (String user :
          List.of("postgres", DatabaseRoles.MIGRATOR, DatabaseRoles.COMMAND, DatabaseRoles.QUERY)) {
        assertThatExceptionOfType(SQLException.class)
            .as(user)
            .isThrownBy(
                () -> DriverManager.getConnection(connection.jdbcUrl(), user, "guess").close());
      }
      assertThat(redis(connection, "PING")).startsWith("-NOAUTH");
      assertThat(
              redis(
                  connection,
                  "AUTH " + URI.create(connection.redisUrl()).getUserInfo().substring(1)))
          .startsWith("+OK");
    }
  }

  @Test
  void folder_and_secrets_are_the_owners_alone() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("redis/redis.conf"))))
        .isEqualTo("rw-------");
  }

  @Test
  void every_key_has_32_bytes_and_none_shows_in_a_message() throws Exception {
    try (EmbeddedServices services = EmbeddedServices.start(folder)) {
      EmbeddedConnection connection = services.connection();

      assertThat(connection.secrets())
          .containsOnlyKeys(
              "SECRET_KEY", "LINK_KEY", "PASSWORD_PEPPER", "EMAIL_INDEX_KEY", "PII_KEK")
          .allSatisfy((name, key) -> assertThat(Base64.getDecoder().decode(key)).hasSize(32));
      assertThat(connection.toString())
          .doesNotContain(connection.passwords().command(), connection.secrets().get("PII_KEK"));
    }
  }

  @Test
  void the_folder_of_another_process_is_refused_by_a_sentence_that_names_it() throws Exception {
    try (ChildMoltrail child = ChildMoltrail.started(folder)) {
      assertThatExceptionOfType(DataFolderInUseException.class)
          .isThrownBy(() -> EmbeddedServices.start(folder).close())
          .withMessage(
              "The data folder "
                  + folder
                  + " is in use by another Moltrail (process "
                  + child.pid()
                  + "). Stop it, or set DATA_DIR to another folder.");
      child.terminate();
    }
  }

  @Test
  void a_refused_start_in_the_same_process_does_not_loosen_the_lock() throws Exception {
    try (EmbeddedServices services = EmbeddedServices.start(folder)) {
      assertThatExceptionOfType(DataFolderInUseException.class)
          .isThrownBy(() -> EmbeddedServices.start(folder).close());

      try (ChildMoltrail child = ChildMoltrail.launch(folder)) {
        assertThat(child.waitFor("child-is-ready")).isFalse();
        assertThat(folder.resolve("child.log")).content().contains("DataFolderInUseException");
      }
      assertThat(storedNames(services)).isEqualTo("aspirin");
    }
  }

  @Test
  void what_a_killed_run_left_behind_is_stopped_and_its_data_is_there() throws Exception {
    try (ChildMoltrail child = ChildMoltrail.started(folder)) {
      child.kill();
    }
    List<Long> orphans = processes(folder).stream().map(ProcessHandle::pid).toList();
    assertThat(orphans).hasSizeGreaterThan(1);

    try (EmbeddedServices services = EmbeddedServices.start(folder)) {
      assertThat(storedNames(services)).isEqualTo("aspirin");
      assertThat(processes(folder))
          .extracting(ProcessHandle::pid)
          .doesNotContainAnyElementsOf(orphans);
    }
    assertThat(processes(folder)).isEmpty();
  }

  @Test
  void a_process_that_is_asked_to_end_closes_the_application_and_leaves_nothing() throws Exception {
    Files.deleteIfExists(folder.resolve("application-closed"));

    try (ChildMoltrail child = ChildMoltrail.started(folder)) {
      child.terminate();
    }

    assertThat(folder.resolve("application-closed")).exists();
    assertThat(processes(folder)).isEmpty();
  }

  @Test
  void the_number_of_a_stranger_in_a_stale_process_file_does_no_harm() throws Exception {
    Files.writeString(
        folder.resolve("postgres/postmaster.pid"),
        ProcessHandle.current().pid() + "\n/elsewhere\n1\n");
    Files.writeString(folder.resolve("redis/redis.pid"), ProcessHandle.current().pid() + "\n");

    try (EmbeddedServices services = EmbeddedServices.start(folder)) {
      assertThat(storedNames(services)).isEqualTo("aspirin");
    }
  }

  @Test
  void closing_twice_is_closing_once() throws Exception {
    EmbeddedServices services = EmbeddedServices.start(folder);
    services.close();
    services.close();

    assertThatIllegalStateException().isThrownBy(services::connection);
  }

  @Test
  void a_first_start_killed_in_the_middle_is_begun_again(@TempDir Path elsewhere) throws Exception {
    Path fresh = elsewhere.toRealPath();
    try (ChildMoltrail child = ChildMoltrail.launch(fresh)) {
      assertThat(child.waitFor("postgres.incomplete/pg_wal")).isTrue();
      child.kill();
    }

    try (EmbeddedServices services = EmbeddedServices.start(fresh)) {
      assertThat(query(services, "SELECT current_database()")).isEqualTo("moltrail");
    }
    assertThat(processes(fresh)).isEmpty();
  }

  @Test
  void data_without_its_secrets_is_not_given_new_ones(@TempDir Path elsewhere) throws IOException {
    Files.createDirectory(elsewhere.resolve("postgres"));

    assertThatIllegalStateException()
        .isThrownBy(() -> EmbeddedServices.start(elsewhere).close())
        .withMessageContaining("holds a database but no secrets.properties");
    assertThat(elsewhere.resolve("secrets.properties")).doesNotExist();
  }

  @Test
  void a_missing_secret_is_named(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("secrets.properties"), "PII_KEK=abc=\n");

    assertThatIllegalStateException()
        .isThrownBy(() -> EmbeddedServices.start(elsewhere).close())
        .withMessageContaining("lacks")
        .withMessageContaining("SECRET_KEY")
        .withMessageNotContaining("PII_KEK");
  }

  private static List<ProcessHandle> processes(Path folder) {
    return new OurProcesses(folder.resolve("programs")).running();
  }

  private static String storedNames(EmbeddedServices services) throws SQLException {
    return query(services, "SELECT string_agg(name, ',') FROM kept.molecule");
  }

  private static void execute(EmbeddedServices services, String... statements) throws SQLException {
    try (Connection connection = migrator(services);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String query(EmbeddedServices services, String sql) throws SQLException {
    try (Connection connection = migrator(services);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static Connection migrator(EmbeddedServices services) throws SQLException {
    return DriverManager.getConnection(services.connection().jdbcUrl(DatabaseRoles.MIGRATOR));
  }

  private static String redis(EmbeddedConnection connection, String command) throws IOException {
    URI uri = URI.create(connection.redisUrl());
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(3), StandardCharsets.US_ASCII)
          + new String(in.readNBytes(in.available()), StandardCharsets.US_ASCII);
    }
  }
}
