package io.moltrail.command.account;

import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.Envelopes.Envelope;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands the outbox's mails to the sink. A row is taken by moving its next attempt into the future,
 * in one short statement: no transaction is open while a mail is on its way, since that would hold
 * back every reader of the log.
 */
final class OutboxSender implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
  private static final int MOST_ATTEMPTS = 12;
  private static final String TAKE =
      """
      update command.outbox set attempts = attempts + 1,
        next_attempt_at = now() + least(interval '1 hour', interval '1 minute' * power(2, attempts))
      where id = (select id from command.outbox where sent_at is null and next_attempt_at <= now()
        order by next_attempt_at, id limit 1 for update skip locked)
      returning id, template, envelope::text, created_at, attempts
      """;

  private final JdbcClient jdbc;
  private final Envelopes envelopes;
  private final JsonMapper json;
  private final MailSink sink;
  private final URI publicUrl;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("outbox-", 0).factory());
  private final AtomicBoolean nudged = new AtomicBoolean();

  OutboxSender(
      JdbcClient jdbc, Envelopes envelopes, JsonMapper json, MailSink sink, URI publicUrl) {
    this.jdbc = jdbc;
    this.envelopes = envelopes;
    this.json = json;
    this.sink = sink;
    this.publicUrl = publicUrl;
  }

  /** Sends soon, on a thread of its own. */
  void nudge() {
    if (!worker.isShutdown() && nudged.compareAndSet(false, true)) {
      worker.execute(this::sendNudged);
    }
  }

  private void sendNudged() {
    nudged.set(false);
    try {
      sendDue();
    } catch (RuntimeException e) {
      LOG.warn("Mails could not be sent now; the timer will try again", e);
    }
  }

  /** Sends all that is due, one by one. */
  void sendDue() {
    Optional<Pending> next = take();
    while (next.isPresent()) {
      send(next.get());
      next = take();
    }
  }

  private Optional<Pending> take() {
    return jdbc.sql(TAKE)
        .query(
            (row, n) ->
                new Pending(
                    row.getLong(1),
                    MailTemplate.of(row.getString(2)),
                    json.readValue(row.getString(3), Envelope.class),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getInt(5)))
        .optional();
  }

  private void send(Pending row) {
    try {
      Optional<Mail> mail = open(row);
      if (mail.isPresent()) {
        sink.accept(mail.get());
      }
      finish(row, true);
    } catch (RecipientRefused forGood) {
      LOG.warn("Mail {} is given up, for its recipient is refused for good", row.id());
      finish(row, false);
    } catch (IOException | RuntimeException e) {
      LOG.warn("Mail {} could not be handed over at attempt {}", row.id(), row.attempts(), e);
      if (row.attempts() >= MOST_ATTEMPTS) {
        LOG.error("Mail {} is given up", row.id());
        finish(row, false);
      }
    }
  }

  /** Empty when its addressee has been erased meanwhile, or the invitation in it has ended. */
  private Optional<Mail> open(Pending row) {
    return envelopes
        .open(row.envelope())
        .map(clear -> json.readValue(clear, MailContent.class))
        .map(
            it ->
                new Mail(
                    row.id(),
                    row.writtenAt(),
                    publicUrl.getHost(),
                    it.recipient(),
                    row.template().subject(),
                    row.template().text(it, publicUrl)));
  }

  /** Whatever became of it, the row forgets what stood in the mail. */
  private void finish(Pending row, boolean sent) {
    jdbc.sql(
            """
            update command.outbox set envelope = '{}', next_attempt_at = 'infinity',
              sent_at = case when ? then now() end
            where id = ?
            """)
        .params(sent, row.id())
        .update();
  }

  @Override
  public void close() {
    worker.shutdown();
  }

  private record Pending(
      long id, MailTemplate template, Envelope envelope, Instant writtenAt, int attempts) {}
}
