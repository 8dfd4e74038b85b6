package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.moltrail.command.platform.Ids;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.LocalKeyWrapper;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.user.UserId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** From the outbox to a mail server that comes and goes. */
@ExtendWith(OutputCaptureExtension.class)
class SmtpOutboxTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestDatabase database = TestServices.get().freshDatabase();
  private final GreenMail server = new GreenMail(patient(ServerSetup.SMTP.dynamicPort()));

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_mail_waits_for_its_server_and_is_sent_by_one_of_two_nodes(CapturedOutput logged)
      throws Exception {
    Migrations.log(database.as(DatabaseRoles.MIGRATOR));
    Migrations.schema(database.as(DatabaseRoles.MIGRATOR), "command", "classpath:db/command");
    server.start();
    int port = server.getSmtp().getPort();
    server.stop();
    JdbcClient jdbc = JdbcClient.create(database.as(DatabaseRoles.COMMAND));
    Envelopes envelopes = new Envelopes(new DataKeys(jdbc, new LocalKeyWrapper(new byte[32])));
    write(new Outbox(jdbc, envelopes, JSON, () -> {}));
    OutboxSender one = sender(jdbc, envelopes, port);
    OutboxSender other = sender(jdbc, envelopes, port);

    one.sendDue();
    assertThat(count(jdbc, "attempts = 1 and sent_at is null and next_attempt_at > now()")).isOne();
    GreenMail again = new GreenMail(patient(new ServerSetup(port, "localhost", "smtp")));
    again.start();
    try {
      jdbc.sql("update command.outbox set next_attempt_at = now()").update();
      try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
        nodes
            .invokeAll(
                List.of(Executors.callable(one::sendDue), Executors.callable(other::sendDue)))
            .forEach(it -> assertThat(it.state().name()).isEqualTo("SUCCESS"));
      }

      assertThat(again.waitForIncomingEmail(TimeUnit.SECONDS.toMillis(20), 1)).isTrue();
      assertThat(again.getReceivedMessages()).hasSize(1);
    } finally {
      again.stop();
    }
    assertThat(count(jdbc, "sent_at is not null and envelope = '{}'")).isOne();
    assertThat(withoutTheServersOwn(logged.getAll()))
        .contains("could not be handed over at attempt 1")
        .doesNotContain("ada@lab.example", "a-secret-token");
  }

  /** The server of the test tells whom it got mail for. */
  private static String withoutTheServersOwn(String lines) {
    return lines
        .lines()
        .filter(line -> !line.contains(" c.i.g.") && !line.contains("greenmail."))
        .collect(Collectors.joining("\n"));
  }

  /** A busy machine takes its time. */
  private static ServerSetup patient(ServerSetup setup) {
    setup.setServerStartupTimeout(TimeUnit.MINUTES.toMillis(1));
    return setup;
  }

  private void write(Outbox outbox) {
    UserId ada = new UserId(Ids.next());
    new TransactionTemplate(new JdbcTransactionManager(database.as(DatabaseRoles.COMMAND)))
        .executeWithoutResult(
            it ->
                outbox.add(
                    MailTemplate.VERIFY_EMAIL,
                    ada,
                    new MailContent("ada@lab.example", "a-secret-token")));
  }

  private static OutboxSender sender(JdbcClient jdbc, Envelopes envelopes, int port) {
    MailServer where = new MailServer("localhost", port, false, Optional.empty());
    return new OutboxSender(
        jdbc, envelopes, JSON, new SmtpMailSink(where), URI.create("https://lab.example"));
  }

  private static long count(JdbcClient jdbc, String condition) {
    return jdbc.sql("select count(*) from command.outbox where " + condition)
        .query(Long.class)
        .single();
  }
}
