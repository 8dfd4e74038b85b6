package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.moltrail.command.platform.Ids;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.LocalKeyWrapper;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.user.UserId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class OutboxTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final MailContent CONTENT = new MailContent("ada@lab.example", "a-secret-token");

  private final UserId ada = new UserId(Ids.next());
  private final List<Mail> sent = new CopyOnWriteArrayList<>();
  private final List<String> nudges = new CopyOnWriteArrayList<>();
  private JdbcClient jdbc;
  private TransactionTemplate transactions;
  private Envelopes envelopes;
  private Outbox outbox;

  @BeforeEach
  void migrate() {
    TestDatabase database = TestServices.get().freshDatabase();
    Migrations.log(database.as(DatabaseRoles.MIGRATOR));
    Migrations.schema(database.as(DatabaseRoles.MIGRATOR), "command", "classpath:db/command");
    jdbc = JdbcClient.create(database.as(DatabaseRoles.COMMAND));
    transactions =
        new TransactionTemplate(new JdbcTransactionManager(database.as(DatabaseRoles.COMMAND)));
    envelopes = new Envelopes(new DataKeys(jdbc, new LocalKeyWrapper(new byte[32])));
    outbox = new Outbox(jdbc, envelopes, JSON, () -> nudges.add("nudge"));
  }

  @Test
  void a_mail_is_sealed_while_it_waits_and_forgotten_once_sent() {
    write();
    String waiting = row();
    sender(sent::add).sendDue();

    assertThat(waiting).contains(ada.subject()).doesNotContain("ada@lab", "secret-token");
    assertThat(row()).doesNotContain(ada.subject()).contains("{}");
    assertThat(sent)
        .singleElement()
        .satisfies(it -> assertThat(it.text()).contains("a-secret-token"));
  }

  @Test
  void a_mail_is_sent_once_however_many_senders_look() {
    write();
    sender(sent::add).sendDue();
    sender(sent::add).sendDue();

    assertThat(sent).hasSize(1);
  }

  @Test
  void the_commit_nudges_and_a_rollback_leaves_nothing() {
    transactions.executeWithoutResult(
        it -> {
          outbox.add(MailTemplate.VERIFY_EMAIL, ada, CONTENT);
          it.setRollbackOnly();
        });
    assertThat(nudges).isEmpty();
    write();
    assertThat(nudges).hasSize(1);
    sender(sent::add).sendDue();
    assertThat(sent).hasSize(1);
  }

  @Test
  void a_mail_that_cannot_be_handed_over_is_tried_again_later() {
    write();
    sender(
            mail -> {
              throw new IOException("the folder is full");
            })
        .sendDue();
    sender(sent::add).sendDue();
    assertThat(sent).isEmpty();

    jdbc.sql("update command.outbox set next_attempt_at = now()").update();
    sender(sent::add).sendDue();
    assertThat(sent).hasSize(1);
  }

  @Test
  void a_mail_to_somebody_who_was_erased_is_dropped() {
    write();
    jdbc.sql("select log.destroy_data_key(?)").param(ada.subject()).query(Integer.class).single();
    sender(sent::add).sendDue();

    assertThat(sent).isEmpty();
    assertThat(row()).contains("{}").doesNotContain(ada.subject());
  }

  @Test
  void a_mail_that_waits_for_its_next_attempt_is_nobody_elses_meanwhile() {
    write();
    sender(
            mail -> {
              sender(sent::add).sendDue();
              throw new IOException("the line is dead");
            })
        .sendDue();

    assertThat(sent).isEmpty();
  }

  @Test
  void a_mail_to_an_address_that_is_refused_for_good_is_given_up_at_once() {
    write();
    sender(
            mail -> {
              throw new RecipientRefused();
            })
        .sendDue();
    jdbc.sql("update command.outbox set next_attempt_at = now() where next_attempt_at < 'infinity'")
        .update();
    sender(sent::add).sendDue();

    assertThat(sent).isEmpty();
    assertThat(row()).contains("{}").doesNotContain(ada.subject());
  }

  @Test
  void a_mail_that_nobody_ever_takes_is_given_up_and_forgotten() {
    write();
    OutboxSender failing =
        sender(
            mail -> {
              throw new IOException("the folder is full");
            });
    for (int attempt = 0; attempt < 20; attempt++) {
      jdbc.sql(
              "update command.outbox set next_attempt_at = now() where next_attempt_at <"
                  + " 'infinity'")
          .update();
      failing.sendDue();
    }

    assertThat(row()).contains(",12,", "{}").doesNotContain(ada.subject());
  }

  @Test
  void a_file_is_for_its_owner_only_and_the_same_mail_twice_is_one_file(@TempDir Path folder)
      throws IOException {
    FileMailSink sink = new FileMailSink(folder.resolve("mail"));
    Mail mail = mail("ada@lab.example");
    sink.accept(mail);
    sink.accept(mail);

    try (var files = Files.list(folder.resolve("mail"))) {
      assertThat(files.toList())
          .singleElement()
          .satisfies(
              it ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void a_message_is_what_mail_programs_read() {
    assertThat(new String(mail("ada@lab.example").message(), StandardCharsets.UTF_8))
        .startsWith(
            "Date: Tue, 24 Nov 2026 08:00:00 GMT\r\nFrom: Moltrail <no-reply@lab.example>\r\n")
        .contains("To: <ada@lab.example>\r\n", "\r\n\r\nHello,\r\n")
        .doesNotContainPattern("[^\r]\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a@b.example\r\nBcc: all@b.example", "a@b.example\nX: y", "a@b.example\u0085"})
  void no_header_can_be_smuggled_in(String recipient) {
    assertThatIllegalArgumentException().isThrownBy(() -> mail(recipient));
  }

  private static Mail mail(String recipient) {
    return new Mail(
        7,
        Instant.parse("2026-11-24T08:00:00Z"),
        "lab.example",
        recipient,
        "Hello",
        "Hello,\nyou\n");
  }

  private void write() {
    transactions.executeWithoutResult(it -> outbox.add(MailTemplate.VERIFY_EMAIL, ada, CONTENT));
  }

  private String row() {
    return jdbc.sql("select o::text from command.outbox o").query(String.class).single();
  }

  private OutboxSender sender(MailSink sink) {
    return new OutboxSender(jdbc, envelopes, JSON, sink, URI.create("https://lab.example"));
  }
}
