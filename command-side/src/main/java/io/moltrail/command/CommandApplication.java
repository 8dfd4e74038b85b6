package io.moltrail.command;

import io.moltrail.command.account.AdministratorAnnouncement;
import io.moltrail.command.jobs.Jobs;
import io.moltrail.command.platform.CommandDatabases;
import io.moltrail.command.platform.Rights;
import io.moltrail.web.ReadinessCheck;
import io.moltrail.web.RevokedSessions;
import io.moltrail.web.VerificationKeys;
import io.moltrail.web.WebBackends;
import io.moltrail.web.WebPlatform;
import io.moltrail.web.settings.Need;
import io.moltrail.web.settings.Settings;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * The command side as a process of its own. Started with the name of a job, it does that and ends.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandSide.class, WebPlatform.class})
public class CommandApplication {

  public static void main(String[] arguments) {
    if (Jobs.asked(arguments)) {
      System.exit(Jobs.all().run(System.out, arguments));
    }
    SpringApplication.run(CommandApplication.class, arguments);
  }

  /** The terminal is the one place where the first password may stand. */
  @Bean
  AdministratorAnnouncement administratorAnnouncement() {
    return first ->
        System.out.printf(
            "Administrator %s, password %s (shown only now)%n", first.email(), first.password());
  }

  @Bean
  Settings settings(Environment environment) {
    return Settings.read(environment, Need.COMMAND_SIDE);
  }

  @Bean
  CommandDatabases commandDatabases(Settings settings) {
    return new CommandDatabases(settings.databases().required(), settings.databases().migration());
  }

  @Bean
  WebBackends webBackends(
      Rights rights,
      VerificationKeys keys,
      RevokedSessions revoked,
      List<ReadinessCheck> readiness) {
    return new WebBackends(rights, keys, revoked, readiness);
  }
}
