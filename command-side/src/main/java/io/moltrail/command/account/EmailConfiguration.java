package io.moltrail.command.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Names;
import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.web.limits.AccountLimits;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The beans that give accounts another address. */
@Configuration(proxyBeanMethods = false)
class EmailConfiguration {

  private static final Duration LOOK_FOR_EXPIRED = Duration.ofHours(1);

  @Bean
  WantedAddresses commandWantedAddresses(
      @Qualifier("commandJdbc") JdbcClient jdbc,
      @Qualifier("commandEnvelopes") Envelopes envelopes) {
    return new WantedAddresses(
        jdbc, envelopes, JsonMapper.builder().build(), InstantSource.system());
  }

  @Bean
  RecurringTask<Void> commandWantedAddressesTimer(WantedAddresses wanted) {
    return Tasks.recurring("wanted-addresses", FixedDelay.of(LOOK_FOR_EXPIRED))
        .execute((instance, context) -> wanted.forgetExpired());
  }

  @Bean
  EmailChanges commandEmailChanges(
      AccountLimits limits,
      Credentials credentials,
      Passwords passwords,
      Names names,
      Holders holders,
      WantedAddresses wanted,
      MailTokens tokens,
      AccountMails mails,
      SecurityEvents events,
      Commands commands,
      EvenPace pace,
      @Qualifier("commandTransactions") PlatformTransactionManager transactions) {
    return new EmailChanges(
        limits,
        credentials,
        passwords,
        names,
        holders,
        wanted,
        tokens,
        mails,
        events,
        commands,
        new TransactionTemplate(transactions),
        pace);
  }

  @Bean
  EmailChangeController commandEmailChangeController(
      EmailChanges changes, AccountLimits limits, Answers answers) {
    return new EmailChangeController(changes, limits, answers);
  }
}
