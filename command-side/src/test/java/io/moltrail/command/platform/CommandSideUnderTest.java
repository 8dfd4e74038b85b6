package io.moltrail.command.platform;

import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.web.consistency.ConsistencyTokens;
import io.moltrail.web.redis.RedisConfiguration;
import io.moltrail.web.redis.RedisGate;
import io.moltrail.web.security.LostRoles;
import io.moltrail.web.settings.Need;
import io.moltrail.web.settings.Settings;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** The command side without HTTP, on a real database. */
final class CommandSideUnderTest implements AutoCloseable {

  private final AnnotationConfigApplicationContext context;

  private CommandSideUnderTest(AnnotationConfigApplicationContext context) {
    this.context = context;
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

  Commands commands() {
    return bean(Commands.class);
  }

  DataSource dataSource() {
    return context.getBean("commandDataSource", DataSource.class);
  }

  <T> T bean(Class<T> type) {
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
