package io.moltrail.command.account;

import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.messages.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Mails that will be sent if, and only if, the transaction that writes them is committed. */
final class Outbox {

  private final JdbcClient jdbc;
  private final Envelopes envelopes;
  private final JsonMapper json;
  private final Runnable nudge;

  /**
   * @param nudge called after the commit, so that the mail leaves at once
   */
  Outbox(JdbcClient jdbc, Envelopes envelopes, JsonMapper json, Runnable nudge) {
    this.jdbc = jdbc;
    this.envelopes = envelopes;
    this.json = json;
    this.nudge = nudge;
  }

  /**
   * Inside the caller's transaction.
   *
   * @param subject under whose key the mail waits: it is not sent once that key is destroyed
   */
  void add(MailTemplate template, Id subject, MailContent content) {
    Envelopes.Envelope sealed = envelopes.seal(subject.subject(), json.writeValueAsBytes(content));
    jdbc.sql("insert into command.outbox (template, envelope) values (?, cast(? as jsonb))")
        .params(template.code(), json.writeValueAsString(sealed))
        .update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            nudge.run();
          }
        });
  }
}
