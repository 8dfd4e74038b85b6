package io.moltrail.command.project;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.moltrail.command.account.InvitationMails;
import io.moltrail.command.platform.Access;
import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.ExpiredInvitations;
import io.moltrail.command.platform.SentInvitations;
import io.moltrail.web.limits.AccountLimits;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans behind invitations. */
@Configuration(proxyBeanMethods = false)
class InvitationConfiguration {

  private static final Duration LIFE = Duration.ofDays(7);
  private static final Duration LOOK_FOR_EXPIRED = Duration.ofMinutes(1);

  @Bean
  InvitationDesk commandInvitationDesk(
      Commands commands, SentInvitations sent, InvitationMails mails) {
    return new InvitationDesk(commands, sent, mails, LIFE, InstantSource.system());
  }

  @Bean
  InvitationController invitationController(
      InvitationDesk desk,
      Commands commands,
      Access access,
      AccountLimits limits,
      Answers answers) {
    return new InvitationController(desk, commands, access, limits, answers);
  }

  @Bean
  ExpiredInvitations commandExpiredInvitations(Commands commands, SentInvitations sent) {
    return new ExpiredInvitations(commands, sent, InstantSource.system());
  }

  @Bean
  RecurringTask<Void> commandInvitationTimer(ExpiredInvitations expired) {
    return Tasks.recurring("invitations", FixedDelay.of(LOOK_FOR_EXPIRED))
        .execute((instance, context) -> expired.end());
  }
}
