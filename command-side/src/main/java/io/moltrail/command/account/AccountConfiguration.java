package io.moltrail.command.account;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Names;
import io.moltrail.command.platform.Rights;
import io.moltrail.command.platform.Streams;
import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.json.MessageJson;
import io.moltrail.eventstore.log.EventLog;
import io.moltrail.web.problems.ProblemSource;
import io.moltrail.web.settings.Settings;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The beans of this package: here what keeps and checks, beside it the mails, the doors and the
 * timers. {@link SigningKeys} and {@link Sessions} need no bean of the edge, for the edge is built
 * on them.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  MailConfiguration.class,
  DoorConfiguration.class,
  PasswordConfiguration.class,
  EmailConfiguration.class,
  TimerConfiguration.class
})
public class AccountConfiguration {

  private static final InstantSource CLOCK = InstantSource.system();

  @Bean
  SigningKeys commandSigningKeys(@Qualifier("commandJdbc") JdbcClient jdbc, Settings settings) {
    return new SigningKeys(jdbc, settings.secrets());
  }

  @Bean
  Sessions commandSessions(@Qualifier("commandJdbc") JdbcClient jdbc) {
    return new Sessions(jdbc, CLOCK);
  }

  @Bean
  RefreshTokens commandRefreshTokens(@Qualifier("commandJdbc") JdbcClient jdbc) {
    return new RefreshTokens(jdbc, CLOCK);
  }

  @Bean
  HashGate commandHashGate() {
    return HashGate.leavingACore();
  }

  @Bean
  Passwords commandPasswords(Settings settings, HashGate gate) {
    return new Passwords(settings.secrets().passwordPepper(), gate);
  }

  @Bean
  MeterBinder commandHashMetrics(Passwords passwords, HashGate gate) {
    return registry -> {
      FunctionCounter.builder("moltrail.password.hashes", passwords, Passwords::computed)
          .description("Password hashes computed")
          .register(registry);
      Gauge.builder("moltrail.password.hashes.waiting", gate, HashGate::waiting)
          .description("Requests that wait for a password hash")
          .register(registry);
    };
  }

  @Bean
  PasswordPolicy commandPasswordPolicy() {
    return new PasswordPolicy(BlockList.bundled());
  }

  @Bean
  Credentials commandCredentials(
      @Qualifier("commandJdbc") JdbcClient jdbc, Names names, Rights rights) {
    return new Credentials(jdbc, names, rights);
  }

  @Bean
  SecurityEvents commandSecurityEvents(
      @Qualifier("commandJdbc") JdbcClient jdbc,
      @Qualifier("commandEnvelopes") Envelopes envelopes) {
    return new SecurityEvents(jdbc, envelopes, MessageJson.mapper());
  }

  @Bean
  NewestEvents commandNewestEvents(@Qualifier("commandEventLog") EventLog log) {
    return new NewestEvents(log);
  }

  @Bean
  Holders commandHolders(Streams streams) {
    return new Holders(streams);
  }

  @Bean
  Administrators commandAdministrators(
      Commands commands, Passwords passwords, Credentials credentials, SecurityEvents events) {
    return new Administrators(commands, passwords, credentials, events);
  }

  @Bean
  FirstAdministrator commandFirstAdministrator(
      @Qualifier("commandDataSource") DataSource dataSource,
      Rights rights,
      Administrators administrators,
      PasswordPolicy policy,
      Settings settings,
      List<AdministratorAnnouncement> announcements) {
    return new FirstAdministrator(
        dataSource,
        rights,
        administrators,
        policy,
        settings.accounts().administrator(),
        announcements);
  }

  @Bean
  ProblemSource commandAccountProblems() {
    return new AccountProblems();
  }
}
