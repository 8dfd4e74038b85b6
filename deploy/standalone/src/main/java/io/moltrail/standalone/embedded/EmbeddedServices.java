package io.moltrail.standalone.embedded;

import io.moltrail.eventstore.DatabaseRoles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL and Redis of one data folder, started before the application and stopped after it: by
 * {@link #close()}, or by the end of the JVM, which waits for what {@link #closeFirst} names. What
 * a killed JVM left running is stopped first.
 */
public final class EmbeddedServices implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServices.class);
  private static final String DATABASE = "moltrail";

  private final DataFolder folder;
  private final Secrets secrets;
  private final PostgresServer postgres;
  private final RedisProcess redis;
  private final OurProcesses processes;
  private final Thread atExit = new Thread(this::close, "embedded-services-stop");
  private @Nullable EmbeddedConnection connection;
  private @Nullable AutoCloseable application;
  private boolean closed;

  private EmbeddedServices(DataFolder folder) throws IOException {
    Path logs = folder.folder("logs");
    Programs programs = new Programs(folder.folder("programs"));

    this.folder = folder;
    this.secrets = Secrets.of(folder.path(), !Files.exists(PostgresServer.cluster(folder.path())));
    this.processes = new OurProcesses(programs.folder());
    this.postgres = new PostgresServer(programs.postgres(), folder.path(), logs);
    this.redis = new RedisProcess(programs.redis(), folder.folder("redis"), logs);
  }

  /**
   * Starts both and waits until they answer.
   *
   * @throws DataFolderInUseException when another process holds the folder
   * @throws IOException when the folder cannot be used or a server does not start; nothing is left
   *     running
   */
  public static EmbeddedServices start(Path dataDir) throws IOException {
    DataFolder folder = DataFolder.take(dataDir);
    EmbeddedServices services;
    try {
      services = new EmbeddedServices(folder);
    } catch (IOException | RuntimeException failure) {
      folder.close();
      throw failure;
    }
    services.start();
    return services;
  }

  public synchronized EmbeddedConnection connection() {
    if (connection == null || closed) {
      throw new IllegalStateException("The embedded services do not run.");
    }
    return connection;
  }

  /**
   * Names what must be closed before the servers stop, such as the application context; it may be
   * closed already.
   */
  public synchronized void closeFirst(AutoCloseable application) {
    this.application = application;
  }

  /** Stops both servers and waits for them. The second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    boolean interrupted = Thread.interrupted();
    if (application != null) {
      quietly("the application", application::close);
    }
    quietly("Redis", redis::stop);
    quietly("PostgreSQL", postgres::stop);
    quietly("what was left", processes::end);
    quietly("the data folder", folder::close);
    if (Thread.currentThread() != atExit) {
      quietly("the shutdown hook", this::forgetExit);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Holds the monitor: an exit in the middle waits for it, then stops what was started. */
  private synchronized void start() throws IOException {
    try {
      Runtime.getRuntime().addShutdownHook(atExit);
      stopLeftOvers();
      int redisPort = redis.start(secrets.password(Secrets.REDIS_PASSWORD));
      String cluster =
          "jdbc:postgresql://127.0.0.1:"
              + postgres.start(secrets.password(Secrets.SUPERUSER_PASSWORD))
              + "/";
      prepareDatabase(cluster);
      connection =
          new EmbeddedConnection(
              cluster + DATABASE,
              passwords(),
              "redis://:" + secrets.password(Secrets.REDIS_PASSWORD) + "@127.0.0.1:" + redisPort,
              secrets.keys());
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while starting", e);
    } catch (IOException | RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private void stopLeftOvers() throws IOException, InterruptedException {
    if (!processes.running().isEmpty()) {
      LOG.warn("The last run on {} was killed; stopping what it left.", folder.path());
      quietly("the last run's PostgreSQL", postgres::stop);
      processes.end();
    }
    postgres.forgetStaleProcess();
    redis.forgetStaleProcess();
  }

  /** Repeated at every start, so that a first start cut short needs no care. */
  private void prepareDatabase(String cluster) throws IOException {
    try {
      try (Connection connection = superuser(cluster + "postgres");
          Statement sql = connection.createStatement()) {
        if (!sql.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")
            .next()) {
          sql.execute("CREATE DATABASE " + DATABASE + " TEMPLATE template0");
        }
      }
      try (Connection connection = superuser(cluster + DATABASE)) {
        DatabaseRoles.create(connection, DATABASE, passwords());
      }
    } catch (SQLException e) {
      throw new IOException("The embedded database cannot be prepared: " + e.getMessage(), e);
    }
  }

  private Connection superuser(String url) throws SQLException {
    return DriverManager.getConnection(
        url, PostgresServer.SUPER_USER, secrets.password(Secrets.SUPERUSER_PASSWORD));
  }

  private DatabaseRoles.Passwords passwords() {
    return new DatabaseRoles.Passwords(
        secrets.password(Secrets.MIGRATOR_PASSWORD),
        secrets.password(Secrets.COMMAND_PASSWORD),
        secrets.password(Secrets.QUERY_PASSWORD));
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyExiting) {
      LOG.debug("The JVM is ending already.");
    }
  }

  /** One part that does not stop must not keep the others running. */
  private static void quietly(String what, Step step) {
    try {
      step.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.error("Could not stop {}: {}", what, e.getMessage());
    }
  }

  private interface Step {
    void run() throws Exception;
  }
}
