package io.moltrail.command.account;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.web.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The beans behind the mails: the outbox, where it leads, and the timer that empties it. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration TIMER = Duration.ofSeconds(2);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  @Bean
  MailTokens commandMailTokens(@Qualifier("commandJdbc") JdbcClient jdbc) {
    return new MailTokens(jdbc, InstantSource.system());
  }

  @Bean
  MailSink commandMailSink(Settings settings) {
    return switch (settings.accounts().mailSink()) {
      case FILE -> new FileMailSink(settings.dataDir().resolve("mail"));
      case LOG -> new LogMailSink();
      case SMTP ->
          throw new UnfitToStartException(
              "MAIL_SINK is smtp, which this version cannot do yet; set it to file");
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
  AccountMails commandAccountMails(
      Outbox outbox,
      MailTokens tokens,
      @Qualifier("commandTransactions") PlatformTransactionManager transactions) {
    return new AccountMails(outbox, tokens, new TransactionTemplate(transactions));
  }

  /** The command side's timers; a later task joins the list here. */
  @Bean(initMethod = "start", destroyMethod = "stop")
  Scheduler commandScheduler(
      @Qualifier("commandDataSource") DataSource dataSource, OutboxSender sender) {
    RecurringTask<Void> outbox =
        Tasks.recurring("outbox", FixedDelay.of(TIMER))
            .execute((instance, context) -> sender.sendDue());
    return Scheduler.create(dataSource)
        .tableName("command.scheduled_tasks")
        .startTasks(outbox)
        .threads(1)
        .pollingInterval(TIMER)
        .shutdownMaxWait(LONGEST_STOP)
        .build();
  }
}
