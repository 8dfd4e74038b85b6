package io.moltrail.command.platform;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.consistency.ConsistencyTokens;
import io.moltrail.web.redis.RedisConfiguration;
import io.moltrail.web.redis.RedisGate;
import io.moltrail.web.security.LostRoles;
import io.moltrail.web.settings.Database;
import io.moltrail.web.settings.Need;
import io.moltrail.web.settings.Settings;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** The command side without HTTP, on a real database. */
public final class CommandSideUnderTest implements AutoCloseable {

  private final AnnotationConfigApplicationContext context;

  private CommandSideUnderTest(AnnotationConfigApplicationContext context) {
    this.context = context;
  }

  public static CommandSideUnderTest onFreshDatabase() {
    TestDatabase database = TestServices.get().freshDatabase();
    return on(
        new CommandDatabases(
            as(database, DatabaseRoles.COMMAND),
            Optional.of(as(database, DatabaseRoles.MIGRATOR))));
  }

  private static Database as(TestDatabase database, String role) {
    return new Database(database.jdbcUrl(), role, TestDatabase.passwordOf(role));
  }

  static CommandSideUnderTest on(CommandDatabases databases) {
    return on(databases, newSettings());
  }

  /** A second node with the same settings on the same database. */
  CommandSideUnderTest another() {
    return on(bean(CommandDatabases.class), settings());
  }

  private static CommandSideUnderTest on(CommandDatabases databases, Settings settings) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(Settings.class, () -> settings);
    context.registerBean(CommandDatabases.class, () -> databases);
    context.registerBean(
        ConsistencyTokens.class, () -> new ConsistencyTokens(settings.secrets().linkKey()));
    context.registerBean(LostRoles.class, () -> new LostRoles(context.getBean(RedisGate.class)));
    context.register(CommandPlatform.class, RedisConfiguration.class);
    context.refresh();
    return new CommandSideUnderTest(context);
  }

  /** A free one. */
  public UserId verifiedUser() {
    UserId user = new UserId(Ids.next());
    RegisterUser registration =
        new RegisterUser(
            user,
            new EmailAddress(user + "@moltrail.example"),
            new DisplayName("Somebody"),
            Tier.FREE,
            Set.of(SystemRole.USER),
            true);
    commands().send(registration, CommandContext.by(new Author.Installation(), "request-1"));
    return user;
  }

  public Commands commands() {
    return bean(Commands.class);
  }

  public DataSource dataSource() {
    return context.getBean("commandDataSource", DataSource.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Settings settings() {
    return bean(Settings.class);
  }

  private static Settings newSettings() {
    MockEnvironment environment = new MockEnvironment();
    for (Need need : EnumSet.complementOf(EnumSet.of(Need.DATABASE_URL))) {
      environment.setProperty(need.name(), secret());
    }
    environment.setProperty("REDIS_URL", TestServices.get().redisUrl());
    return Settings.read(
        environment, Set.copyOf(EnumSet.complementOf(EnumSet.of(Need.DATABASE_URL))));
  }

  private static String secret() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public void close() {
    context.close();
  }
}
