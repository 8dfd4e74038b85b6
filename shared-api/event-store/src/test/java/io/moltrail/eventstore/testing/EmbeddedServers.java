package io.moltrail.eventstore.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import redis.embedded.RedisServer;

/** Servers from the binaries on the test class path; they work as root, too. */
final class EmbeddedServers {

  private static final int ATTEMPTS = 3;

  private EmbeddedServers() {}

  static TestServer postgres() {
    return attempt(EmbeddedServers::startPostgres);
  }

  static TestServer redis() {
    return attempt(() -> startRedis(freePort()));
  }

  static TestServer redis(int port) {
    return attempt(() -> startRedis(port));
  }

  /**
   * A PostgreSQL apart, whose folder stays when it stops.
   *
   * @param settings beside the usual ones, or instead of them
   */
  static OwnPostgres ownPostgres(Map<String, String> settings) {
    return attempt(
        () -> {
          Path folder = dataFolder().toPath();
          return new OwnPostgres(
              startPostgres(
                  it -> {
                    it.setDataDirectory(folder).setCleanDataDirectory(false);
                    settings.forEach(it::setServerConfig);
                  }),
              folder);
        });
  }

  private static TestServer startPostgres() throws IOException {
    return startPostgres(it -> it.setDataDirectory(dataFolder()));
  }

  private static TestServer startPostgres(Consumer<EmbeddedPostgres.Builder> more)
      throws IOException {
    Path passwordFile = Files.createTempFile("moltrail-test", ".pw");
    try {
      Files.writeString(passwordFile, TestServices.SUPER_PASSWORD);
      EmbeddedPostgres.Builder builder = settings(passwordFile);
      more.accept(builder);
      EmbeddedPostgres server = builder.start();
      return new TestServer("127.0.0.1", server.getPort(), () -> stop(server::close));
    } finally {
      Files.delete(passwordFile);
    }
  }

  /**
   * Nothing outlives the JVM, so nothing is flushed to disk. The locale entries reach initdb as
   * long options: they make passwords required from the first connection on.
   */
  private static EmbeddedPostgres.Builder settings(Path passwordFile) {
    return EmbeddedPostgres.builder()
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", passwordFile.toString())
        .setLocaleConfig("locale", "C")
        .setConnectConfig("password", TestServices.SUPER_PASSWORD)
        .setServerConfig("fsync", "off")
        .setServerConfig("full_page_writes", "off")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_prepared_transactions", "0")
        .setServerConfig("max_connections", "200")
        .setServerConfig("shared_buffers", "64MB")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "");
  }

  /** Below the library's own folder: there it stops and removes what a killed JVM left behind. */
  private static File dataFolder() {
    return new File(System.getProperty("java.io.tmpdir"), "embedded-pg/" + UUID.randomUUID());
  }

  private static TestServer startRedis(int port) throws IOException {
    RedisServer server =
        RedisServer.newRedisServer()
            .port(port)
            .bind("127.0.0.1")
            .setting("save \"\"")
            .setting("appendonly no")
            .build();
    server.start();
    return new TestServer("127.0.0.1", port, () -> stop(server::stop));
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A free port can be taken by another JVM before the server listens on it; then another is tried.
   */
  private static <S> S attempt(Start<S> start) {
    for (int attempt = 1; ; attempt++) {
      try {
        return start.run();
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static void stop(Stop stop) {
    try {
      stop.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A server and where its files are. */
  record OwnPostgres(TestServer server, Path folder) {}

  private interface Start<S> {
    S run() throws IOException;
  }

  private interface Stop {
    void run() throws IOException;
  }
}
