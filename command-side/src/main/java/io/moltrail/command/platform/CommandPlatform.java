package io.moltrail.command.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.EventSealer;
import io.moltrail.eventstore.envelope.WrongWrappingKeyException;
import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.LogAnnouncer;
import io.moltrail.eventstore.log.LogMessageSource;
import io.moltrail.eventstore.log.PostgresEventStorageEngine;
import io.moltrail.eventstore.log.PostgresEventStore;
import io.moltrail.eventstore.log.StartGuard;
import io.moltrail.web.ReadinessCheck;
import io.moltrail.web.consistency.ConsistencyTokens;
import io.moltrail.web.problems.ProblemSource;
import io.moltrail.web.security.LostRoles;
import io.moltrail.web.settings.Settings;
import javax.sql.DataSource;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Database, log and command model of the command side. */
@Configuration(proxyBeanMethods = false)
public class CommandPlatform {

  private static final int CONNECTIONS = 24;

  @Bean
  CommandSchema commandSchema(CommandDatabases databases) {
    databases
        .migrator()
        .ifPresent(
            migrator -> {
              try (HikariDataSource pool = Pools.pool("moltrail-migrator", migrator, 2)) {
                Migrations.log(pool);
                Migrations.schema(pool, "command", "classpath:db/command");
              }
            });
    return new CommandSchema();
  }

  @Bean(destroyMethod = "close")
  HikariDataSource commandDataSource(CommandDatabases databases, CommandSchema migrated) {
    return Pools.pool("moltrail-command", databases.log(), CONNECTIONS);
  }

  @Bean
  JdbcTemplate commandJdbcTemplate(@Qualifier("commandDataSource") DataSource dataSource) {
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    new StartGuard(jdbc).check();
    return jdbc;
  }

  @Bean
  JdbcClient commandJdbc(@Qualifier("commandJdbcTemplate") JdbcTemplate jdbc) {
    return JdbcClient.create(jdbc);
  }

  @Bean
  PlatformTransactionManager commandTransactions(
      @Qualifier("commandDataSource") DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  DataKeys commandDataKeys(@Qualifier("commandJdbc") JdbcClient jdbc, Settings settings) {
    DataKeys keys = new DataKeys(jdbc, WrappingKeys.of(settings));
    try {
      keys.requireOwnWrapping();
    } catch (WrongWrappingKeyException e) {
      throw new UnfitToStartException(e.because());
    }
    return keys;
  }

  @Bean
  Envelopes commandEnvelopes(@Qualifier("commandDataKeys") DataKeys keys) {
    return new Envelopes(keys);
  }

  @Bean
  EventLog commandEventLog(@Qualifier("commandJdbcTemplate") JdbcTemplate jdbc) {
    return new EventLog(jdbc);
  }

  @Bean
  Rights commandRights(@Qualifier("commandJdbc") JdbcClient jdbc) {
    return new Rights(jdbc);
  }

  @Bean
  Guards commandGuards(@Qualifier("commandJdbc") JdbcClient jdbc, Rights rights) {
    return new Guards(jdbc, rights);
  }

  @Bean
  Names commandNames(@Qualifier("commandJdbc") JdbcClient jdbc, Settings settings) {
    Names names = new Names(jdbc, settings.secrets().emailIndexKey().bytes());
    names.requireOwnIndex();
    return names;
  }

  @Bean
  Structures commandStructures(
      @Qualifier("commandJdbcTemplate") JdbcTemplate jdbc,
      @Qualifier("commandDataKeys") DataKeys keys) {
    return new Structures(jdbc, keys);
  }

  @Bean
  SentInvitations commandSentInvitations(
      @Qualifier("commandJdbc") JdbcClient jdbc,
      Names names,
      @Qualifier("commandDataKeys") DataKeys keys) {
    return new SentInvitations(jdbc, names, keys);
  }

  @Bean
  Access commandAccess(Rights rights, Guards guards, Structures structures) {
    return new Access(rights, guards, structures);
  }

  @Bean(destroyMethod = "close")
  LogAnnouncer commandLogAnnouncer(@Qualifier("commandJdbcTemplate") JdbcTemplate jdbc) {
    return new LogAnnouncer(jdbc);
  }

  @Bean
  PostgresEventStorageEngine commandEventStorageEngine(
      @Qualifier("commandEventLog") EventLog log,
      @Qualifier("commandEnvelopes") Envelopes envelopes,
      Names names,
      Structures structures,
      Rights rights,
      Guards guards,
      SentInvitations invitations,
      LostRoles lostRoles) {
    return new PostgresEventStorageEngine(
        log,
        new EventSealer(envelopes),
        new AppendTransaction(
            new DecisionTables(names, structures, rights, guards),
            invitations,
            new RoleLosses(lostRoles, rights)));
  }

  @Bean
  PostgresEventStore commandEventStore(
      @Qualifier("commandEventStorageEngine") PostgresEventStorageEngine engine,
      LogAnnouncer announcer) {
    return new PostgresEventStore(engine, new LogMessageSource(engine), announcer::committed);
  }

  @Bean
  Streams commandStreams(@Qualifier("commandEventStore") PostgresEventStore eventStore) {
    return new Streams(eventStore);
  }

  @Bean(destroyMethod = "close")
  CommandModel commandModel(
      @Qualifier("commandEventStore") PostgresEventStore eventStore,
      @Qualifier("commandTransactions") PlatformTransactionManager transactions,
      @Qualifier("commandJdbc") JdbcClient jdbc,
      Names names,
      Structures structures,
      Rights rights,
      Guards guards,
      SentInvitations invitations) {
    CommandPipeline pipeline =
        new CommandPipeline(new CommandLocks(jdbc, names, structures), rights, guards);
    return new CommandModel(
        eventStore,
        new SpringTransactionManager(transactions),
        pipeline,
        rights::active,
        rights::holding,
        invitations::sentTo);
  }

  @Bean
  Commands commands(CommandModel model) {
    return new Commands(model.bus());
  }

  @Bean
  Answers commandAnswers(ConsistencyTokens tokens) {
    return new Answers(tokens);
  }

  @Bean
  ProblemSource commandProblems() {
    return new CommandProblems();
  }

  @Bean
  ReadinessCheck commandDatabaseReady(@Qualifier("commandJdbc") JdbcClient jdbc) {
    return new DatabaseReady("log database", jdbc);
  }
}
