package io.moltrail.command.account;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.moltrail.web.security.Revocations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is done again and again. Mails are sent by one node, whichever is first; Redis is reminded
 * by every node, for another may not reach it.
 */
@Configuration(proxyBeanMethods = false)
class TimerConfiguration {

  private static final Duration OFTEN = Duration.ofSeconds(2);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
  private static final int THREADS = 2;

  @Bean(initMethod = "start", destroyMethod = "close")
  RevocationReminder commandRevocationReminder(Sessions sessions, Revocations revocations) {
    return new RevocationReminder(sessions, revocations, InstantSource.system());
  }

  @Bean
  RecurringTask<Void> commandOutboxTimer(OutboxSender sender) {
    return Tasks.recurring("outbox", FixedDelay.of(OFTEN))
        .execute((instance, context) -> sender.sendDue());
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  Scheduler commandScheduler(
      @Qualifier("commandDataSource") DataSource dataSource, List<RecurringTask<Void>> timers) {
    return Scheduler.create(dataSource)
        .tableName("command.scheduled_tasks")
        .startTasks(timers)
        .threads(THREADS)
        .pollingInterval(OFTEN)
        .shutdownMaxWait(LONGEST_STOP)
        .build();
  }
}
