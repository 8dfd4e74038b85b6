package io.moltrail.eventstore.testing;

import io.moltrail.eventstore.testing.EmbeddedServers.OwnPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL of a test's own, with one database, whose data directory can be read. Always
 * embedded, because a container's directory cannot. It keeps all its WAL and logs into its data
 * directory.
 */
public final class TestCluster implements AutoCloseable {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "full_page_writes", "on",
          "logging_collector", "on",
          "log_directory", "log",
          "wal_keep_size", "1GB");

  private final OwnPostgres postgres;
  private final TestDatabase database;

  private TestCluster(OwnPostgres postgres) {
    this.postgres = postgres;
    this.database = TestServices.create(postgres.server(), "moltrail", "template0");
  }

  public static TestCluster start() {
    return new TestCluster(EmbeddedServers.ownPostgres(SETTINGS));
  }

  /** The one in which the three roles exist. */
  public TestDatabase database() {
    return database;
  }

  /** Another database of this cluster, such as {@code postgres}. */
  public TestDatabase database(String name) {
    return database.named(name);
  }

  /** Until it is stopped, the server writes to it. */
  public Path dataDirectory() {
    return postgres.folder();
  }

  /** Stops the server; the data directory stays until {@link #close}. */
  public void stop() {
    postgres.server().stop().run();
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> files = Files.walk(postgres.folder())) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
