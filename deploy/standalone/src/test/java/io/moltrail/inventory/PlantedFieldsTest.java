package io.moltrail.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import io.moltrail.messages.Event;
import io.moltrail.messages.Id;
import io.moltrail.messages.user.UserId;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inventory is no test unless it finds what somebody forgot to list. */
class PlantedFieldsTest {

  @Test
  void an_event_with_a_new_field_is_found() throws IOException {
    List<Place> fields =
        MessageFields.of(Kind.EVENT_FIELD, "user.email-verified", PlantedEvent.class).stream()
            .map(MessageField::place)
            .toList();

    assertThat(missing(fields))
        .containsExactly(
            "event-fields.tsv: user.email-verified/nicknames[].first\t?\t?\t",
            "event-fields.tsv: user.email-verified/nicknames[].second\t?\t?\t");
  }

  @Test
  void a_new_column_is_found() throws IOException {
    TestDatabase database = TestServices.get().freshDatabase();
    Migrations.log(database.as(DatabaseRoles.MIGRATOR));
    JdbcClient migrator = JdbcClient.create(database.as(DatabaseRoles.MIGRATOR));
    assertThat(missing(Columns.of(migrator))).isEmpty();

    migrator.sql("alter table log.security_event add column planted text").update();

    assertThat(missing(Columns.of(migrator)))
        .containsExactly("columns.tsv: log.security_event.planted\t?\t?\t");
  }

  @Test
  void a_new_field_of_a_log_statement_is_found() throws IOException {
    assertThat(missing(logged("LOG.warn(\"{} has failed\", email, new Error(email));")))
        .containsExactly(
            "log-fields.tsv: planted.Planted/{} has failed/email\t?\t?\t",
            "log-fields.tsv: planted.Planted/{} has failed/new Error(email): Error\t?\t?\t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LOG.info(email)                                  | log-fields.tsv: planted.Planted//email
          LOG.info("It is " + email)                       | log-fields.tsv: planted.Planted//"It is " + email
          MDC.put("mailbox", email)                        | log-context.tsv: mailbox
          MDC.putCloseable("mailbox", email)               | log-context.tsv: mailbox
          System.out.println(email)                        | terminal.tsv: planted.Planted//email
          java.lang.System.err.printf("%s", email)         | terminal.tsv: planted.Planted/%s/email
          java.io.PrintStream out = null; out.print(email) | terminal.tsv: planted.Planted//email
          """)
  void whatever_the_way_of_logging_it(String statement, String line) throws IOException {
    assertThat(missing(logged(statement + ";"))).containsExactly(line + "\t?\t?\t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOG.atInfo().addKeyValue(\"email\", email).log(\"failed\")",
        "java.util.stream.Stream.of(email).forEach(LOG::info)",
        "LOG.info(\"{} {} {}\", new Object[] {email})",
        "MDC.setContextMap(java.util.Map.of(\"email\", email))",
        "MDC.put(email, email)",
        "new Error(email).printStackTrace()",
        "java.util.stream.Stream.of(email).forEach(System.out::println)",
        "new java.io.PrintWriter(System.err).print(email)",
        "System.getLogger(\"planted\").log(System.Logger.Level.INFO, email)",
      })
  void what_the_walk_cannot_understand_is_refused(String statement) {
    assertThatThrownBy(() -> logged(statement + ";"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("planted.Planted, line 7")
        .hasMessageContaining("cannot tell what this logs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?\tclear", "personal\t?", "secret\tclear", "personal"})
  void a_line_that_does_not_classify_is_refused(String cells) {
    List<String> lines = List.of(Inventory.HEADER, "user.planted/nickname\t" + cells + "\t");

    assertThatThrownBy(() -> Inventory.lines(Kind.EVENT_FIELD, lines))
        .hasMessageContaining("user.planted/nickname");
  }

  @ParameterizedTest
  @CsvSource({
    "event-field, user.planted/name, personal, clear",
    "event-field, user.planted/name, plain, envelope",
    "metadata-key, actor, personal, envelope",
    "metadata-key, reason, personal, clear",
    "command-field, Plant/name, personal, clear",
    "column, log.planted.name, personal, clear",
    "column, command.planted.name, confidential, clear",
    "redis-key, moltrail:planted:, personal, clear",
    "log-field, planted.Planted//name, personal, clear",
    "log-context, mailbox, personal, clear",
    "terminal, planted.Planted//name, personal, terminal",
    "metric-label, */user, pseudonym, clear",
  })
  void an_entry_against_the_rules_is_refused(
      String kind, String name, String sensitivity, String protection) {
    Kind its = Kind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_'));
    Entry entry = Entry.parse(its, String.join("\t", name, sensitivity, protection, ""));

    assertThat(Rules.brokenBy(List.of(entry))).hasSize(1);
  }

  private static List<String> missing(List<Place> found) throws IOException {
    return Inventory.read(Repository.inventory()).missing(found);
  }

  private static List<Place> logged(String statement) {
    String source =
        """
        package io.moltrail.planted;
        import org.slf4j.*;

        class Planted {
          private static final Logger LOG = LoggerFactory.getLogger(Planted.class);
          void log(String email) {
            %s
          }
        }
        """
            .formatted(statement);
    return Sources.logged(List.of(Sources.sample("Planted", source)));
  }

  private record Nickname(String first, String second) {}

  private record PlantedEvent(
      UserId userId, @ErasedWith("userId") Erasable<List<Nickname>> nicknames) implements Event {
    @Override
    public Id subject() {
      return userId;
    }
  }
}
