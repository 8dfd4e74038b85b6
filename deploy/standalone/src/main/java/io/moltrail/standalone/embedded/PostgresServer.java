package io.moltrail.standalone.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The cluster in {@code <data folder>/postgres}: as durable as a server of its own, reachable from
 * this machine only, and with a password from its first second on.
 */
final class PostgresServer {

  static final String SUPER_USER = "postgres";

  private static final String MAJOR = "17";
  private static final String SETTINGS =
      String.join(
          " -c ",
          "",
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "max_prepared_transactions=0",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=100",
          "shared_buffers=128MB",
          "timezone=UTC",
          "log_timezone=UTC",
          // the detail of a refused statement quotes the row: personal data has no place in a log
          "log_error_verbosity=terse");

  private final Path home;
  private final Path cluster;
  private final Path logs;

  PostgresServer(Path home, Path dataFolder, Path logs) {
    this.home = home;
    this.cluster = cluster(dataFolder);
    this.logs = logs;
  }

  static Path cluster(Path dataFolder) {
    return dataFolder.resolve("postgres");
  }

  int start(String superPassword) throws IOException, InterruptedException {
    if (!Files.exists(cluster)) {
      initialise(superPassword);
    }
    requireOurMajor();
    rotateLog();
    return FreePort.startOn(
        port ->
            run(
                "pg_ctl",
                "--pgdata=" + cluster,
                "--log=" + log(),
                "--wait",
                "--timeout=120",
                "--options=-p " + port + SETTINGS,
                "start"));
  }

  /** Stops it if it runs, whoever started it; clients are cut off, what they committed stays. */
  void stop() throws IOException, InterruptedException {
    if (Files.exists(cluster.resolve("postmaster.pid"))) {
      run("pg_ctl", "--pgdata=" + cluster, "--mode=fast", "--wait", "--timeout=60", "stop");
    }
  }

  /**
   * For the holder of the folder's lock when no process of ours runs: the number in it may be a
   * stranger's by now.
   */
  void forgetStaleProcess() throws IOException {
    Files.deleteIfExists(cluster.resolve("postmaster.pid"));
  }

  /**
   * In a folder of another name until it is complete, so that one cut short is never mistaken for a
   * cluster.
   */
  private void initialise(String superPassword) throws IOException, InterruptedException {
    Path draft = cluster.resolveSibling("postgres.incomplete");
    Path passwordFile = cluster.resolveSibling("postgres.password");
    OwnerOnly.delete(draft);
    OwnerOnly.write(passwordFile, superPassword + "\n");
    try {
      run(
          "initdb",
          "--pgdata=" + draft,
          "--username=" + SUPER_USER,
          "--pwfile=" + passwordFile,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
          "--data-checksums",
          "--no-instructions");
    } finally {
      Files.delete(passwordFile);
    }
    Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
  }

  private void requireOurMajor() throws IOException {
    Path version = cluster.resolve("PG_VERSION");
    String major = Files.exists(version) ? Files.readString(version).strip() : "unknown";
    if (!major.equals(MAJOR)) {
      throw new IllegalStateException(
          "The folder "
              + cluster
              + " was made by PostgreSQL "
              + major
              + ", this Moltrail brings PostgreSQL "
              + MAJOR
              + ". Move the data with pg_dump and pg_restore.");
    }
  }

  private void rotateLog() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > 10_000_000) {
      Files.move(log(), logs.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path log() {
    return logs.resolve("postgres.log");
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    Path output = logs.resolve(program + ".log");
    List<String> command = new ArrayList<>(asOrdinaryUser());
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));

    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.getOutputStream().close();
    if (process.waitFor() != 0) {
      throw new IOException(
          "PostgreSQL's "
              + program
              + " failed: "
              + Files.readString(output).strip()
              + " (more in "
              + logs
              + ")");
    }
  }

  /**
   * PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, with root's
   * files.
   */
  private static List<String> asOrdinaryUser() {
    if (LinuxUtils.isUnshareAvailable()) {
      return List.of("unshare", "-U");
    }
    if (System.getProperty("user.name").equals("root")) {
      throw new IllegalStateException(
          "PostgreSQL refuses to run as root here. Start Moltrail as an ordinary user.");
    }
    return List.of();
  }
}
