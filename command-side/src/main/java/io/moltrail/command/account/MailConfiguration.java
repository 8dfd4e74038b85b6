package io.moltrail.command.account;

import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.web.limits.AccountLimits;
import io.moltrail.web.settings.Settings;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The beans behind the mails: the outbox, where it leads, and who empties it. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Bean
  MailTokens commandMailTokens(@Qualifier("commandJdbc") JdbcClient jdbc) {
    return new MailTokens(jdbc, InstantSource.system());
  }

  @Bean
  MailSink commandMailSink(Settings settings) {
    return switch (settings.accounts().mailSink()) {
      case FILE -> new FileMailSink(settings.dataDir().resolve("mail"));
      case LOG -> new LogMailSink();
      case SMTP -> new SmtpMailSink(MailServer.at(settings.accounts().smtpUrl().orElseThrow()));
    };
  }

  @Bean(destroyMethod = "close")
  OutboxSender commandOutboxSender(
      @Qualifier("commandJdbc") JdbcClient jdbc,
      @Qualifier("commandEnvelopes") Envelopes envelopes,
      MailSink sink,
      Settings settings) {
    return new OutboxSender(jdbc, envelopes, JSON, sink, settings.publicUrl());
  }

  @Bean
  Outbox commandOutbox(
      @Qualifier("commandJdbc") JdbcClient jdbc,
      @Qualifier("commandEnvelopes") Envelopes envelopes,
      OutboxSender sender) {
    return new Outbox(jdbc, envelopes, JSON, sender::nudge);
  }

  @Bean
  InvitationMails commandInvitationMails(Outbox outbox, AccountLimits limits) {
    return new InvitationMails(outbox, limits);
  }

  @Bean
  AccountMails commandAccountMails(
      Outbox outbox,
      MailTokens tokens,
      @Qualifier("commandEnvelopes") Envelopes envelopes,
      AccountLimits limits,
      @Qualifier("commandTransactions") PlatformTransactionManager transactions) {
    return new AccountMails(
        outbox, tokens, envelopes, limits, new TransactionTemplate(transactions));
  }
}
