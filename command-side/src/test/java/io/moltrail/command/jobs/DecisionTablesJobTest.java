package io.moltrail.command.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.envelope.Fingerprint;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The jobs on the decision tables as they are typed; what they find is RebuiltTablesTest's. */
class DecisionTablesJobTest {

  private final TestDatabase database =
      TestServices.get().freshDatabase("log and command", DecisionTablesJobTest::migrate);
  private final String kek = random();
  private final String indexKey = random();

  @Test
  void a_row_that_is_in_no_event_is_told_and_then_removed() {
    assertThat(run("check-decision-tables", indexKey))
        .contains("0 events make:", "The live tables are what the log says.", "exit 0");
    plant();

    assertThat(run("check-decision-tables", indexKey))
        .contains("1 only live, 0 only in the log", "VIEWER", "They differ.", "exit 1");
    assertThat(run("repair-decision-tables", indexKey))
        .contains("1 rows were put right.", "exit 0");

    assertThat(run("check-decision-tables", indexKey)).contains("exit 0");
  }

  /** Under another key every claim would look wrong and would be replaced. */
  @Test
  void under_another_index_key_neither_runs() {
    superuser()
        .sql("insert into command.key_check (name, fingerprint) values ('EMAIL_INDEX_KEY', ?)")
        .param(Fingerprint.of(HexFormat.of().parseHex(indexKey), "key-check", "EMAIL_INDEX_KEY"))
        .update();
    plant();

    assertThat(run("check-decision-tables", random()))
        .contains("does not run because EMAIL_INDEX_KEY is not the key", "exit 1");
    assertThat(run("repair-decision-tables", random()))
        .contains("does not run because EMAIL_INDEX_KEY is not the key", "exit 1");

    assertThat(
            superuser().sql("select count(*) from command.membership").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void a_database_that_is_away_is_told_in_a_sentence() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    int exit =
        Jobs.all()
            .run(
                new PrintStream(bytes, true, UTF_8),
                "check-decision-tables",
                "--MIGRATION_DATABASE_URL=postgresql://moltrail_migrator:x@127.0.0.1:1/moltrail",
                "--PII_KEK=" + kek,
                "--EMAIL_INDEX_KEY=" + indexKey);

    assertThat(exit).isEqualTo(1);
    assertThat(bytes.toString(UTF_8))
        .isEqualTo(
            "check-decision-tables does not run because the database is not there."
                + System.lineSeparator());
  }

  @Test
  void while_a_command_side_is_connected_nothing_is_repaired() throws SQLException {
    plant();
    try (Connection commandSide = database.as(DatabaseRoles.COMMAND).getConnection()) {
      assertThat(commandSide.isValid(1)).isTrue();

      assertThat(run("repair-decision-tables", indexKey))
          .contains("because a command side is connected to this database", "exit 1");
    }
  }

  private void plant() {
    superuser()
        .sql(
            "insert into command.membership values (gen_random_uuid(), gen_random_uuid(),"
                + " 'VIEWER')")
        .update();
  }

  private String run(String job, String emailIndexKey) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int exit =
        Jobs.all()
            .run(
                new PrintStream(bytes, true, UTF_8),
                job,
                "--MIGRATION_DATABASE_URL=" + database.url(DatabaseRoles.MIGRATOR),
                "--PII_KEK=" + kek,
                "--EMAIL_INDEX_KEY=" + emailIndexKey);
    return bytes.toString(UTF_8) + "exit " + exit;
  }

  private JdbcClient superuser() {
    return JdbcClient.create(database.superuser());
  }

  private static void migrate(TestDatabase database) {
    DataSource migrator = database.as(DatabaseRoles.MIGRATOR);
    Migrations.log(migrator);
    Migrations.schema(migrator, "command", "classpath:db/command");
  }

  private static String random() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
