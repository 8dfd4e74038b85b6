package io.moltrail.eventstore.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.moltrail.eventstore.DatabaseRoles;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services that tests need: one PostgreSQL cluster and one Redis per JVM, each started at its
 * first use and stopped when the JVM ends. Containers are used when an engine answers, unless
 * {@code MOLTRAIL_CONTAINERS} (system property or environment) is {@code off}; otherwise embedded
 * binaries.
 */
public final class TestServices {

  static final String SUPER_USER = "postgres";
  static final String SUPER_PASSWORD = "superuser-of-tests";
  static final DatabaseRoles.Passwords PASSWORDS =
      new DatabaseRoles.Passwords("migrator-of-tests", "command-of-tests", "query-of-tests");

  private static final Logger LOG = LoggerFactory.getLogger(TestServices.class);
  private static final TestServices INSTANCE = new TestServices();

  private final AtomicInteger databases = new AtomicInteger();
  private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();
  private final Map<String, TestDatabase> templates = new HashMap<>();
  private @Nullable TestServer postgres;
  private @Nullable TestServer redis;

  private TestServices() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "test-services-stop"));
  }

  public static TestServices get() {
    return INSTANCE;
  }

  /** A new, empty database in which the three roles exist. It lives as long as the JVM. */
  public TestDatabase freshDatabase() {
    return copyOf("template0");
  }

  /**
   * A new database in which something was prepared, such as its migrations. That is done once per
   * JVM; every further database of the same key is a copy, which takes a tenth of the time.
   *
   * @param prepare must leave no connection of its own open
   */
  public synchronized TestDatabase freshDatabase(String key, Consumer<TestDatabase> prepare) {
    TestDatabase template = templates.get(key);
    if (template == null) {
      template = freshDatabase();
      prepare.accept(template);
      closePools(template);
      templates.put(key, template);
    }
    return copyOf(template.name());
  }

  private synchronized TestDatabase copyOf(String template) {
    return create(postgres(), "test_" + databases.incrementAndGet(), template);
  }

  static TestDatabase create(TestServer server, String name, String template) {
    TestDatabase cluster =
        new TestDatabase("postgres", server.host(), server.port(), SUPER_USER, SUPER_PASSWORD);
    TestDatabase fresh = cluster.named(name);

    try {
      try (Connection connection = cluster.superuser().getConnection();
          Statement sql = connection.createStatement()) {
        sql.execute("CREATE DATABASE " + fresh.name() + " TEMPLATE " + template);
      }
      try (Connection connection = fresh.superuser().getConnection()) {
        DatabaseRoles.create(connection, fresh.name(), PASSWORDS);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("No fresh database for the test", e);
    }
    return fresh;
  }

  /** A database that somebody is connected to cannot be copied. */
  private void closePools(TestDatabase database) {
    pools
        .entrySet()
        .removeIf(
            pool -> {
              boolean its = pool.getKey().startsWith(database.jdbcUrl() + "?");
              if (its) {
                pool.getValue().close();
              }
              return its;
            });
  }

  public int redisPort() {
    return redis().port();
  }

  public String redisUrl() {
    return "redis://" + redis().host() + ":" + redis().port();
  }

  /**
   * One small pool per database and role; idle connections go back after ten seconds, so many
   * databases fit.
   */
  DataSource pool(TestDatabase database, String role) {
    return pools.computeIfAbsent(
        database.jdbcUrl() + "?" + role,
        key -> {
          HikariConfig config = new HikariConfig();
          config.setPoolName(database.name() + "/" + role);
          config.setJdbcUrl(database.jdbcUrl());
          config.setUsername(role);
          config.setPassword(TestDatabase.passwordOf(role));
          config.setMaximumPoolSize(10);
          config.setMinimumIdle(0);
          config.setIdleTimeout(10_000);
          return new HikariDataSource(config);
        });
  }

  private synchronized TestServer postgres() {
    if (postgres == null) {
      postgres = start("PostgreSQL", ContainerServers::postgres, EmbeddedServers::postgres);
    }
    return postgres;
  }

  private synchronized TestServer redis() {
    if (redis == null) {
      redis = start("Redis", ContainerServers::redis, EmbeddedServers::redis);
    }
    return redis;
  }

  private static TestServer start(
      String service, Supplier<TestServer> container, Supplier<TestServer> embedded) {
    if (!ContainerEngine.answers()) {
      LOG.info("{} of the tests: embedded ({})", service, ContainerEngine.why());
      return embedded.get();
    }
    try {
      TestServer server = container.get();
      LOG.info("{} of the tests: container", service);
      return server;
    } catch (RuntimeException | LinkageError failure) {
      LOG.info(
          "{} of the tests: embedded (the container engine answers, but: {})",
          service,
          firstLine(failure));
      return embedded.get();
    }
  }

  private static String firstLine(Throwable failure) {
    return failure.toString().lines().findFirst().orElse("");
  }

  private synchronized void stop() {
    pools.values().forEach(HikariDataSource::close);
    if (redis != null) {
      redis.stop().run();
    }
    if (postgres != null) {
      postgres.stop().run();
    }
  }
}
