package io.moltrail.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process of Moltrail under test; what it prints is kept in a file. */
final class MoltrailProcess implements AutoCloseable {

  static final String STANDALONE = "io.moltrail.standalone.Standalone";
  static final String COMMAND_SIDE = "io.moltrail.command.CommandApplication";
  static final String QUERY_SIDE = "io.moltrail.query.QueryApplication";

  /** An error, or an answer that blames ourselves. */
  private static final Pattern FAILURE =
      Pattern.compile(" ERROR |\\bstatus=5\\d\\d\\b|/problems/internal");

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** For processes that live for a minute: with the optimising compiler a start costs twice. */
  static final List<String> QUICK_TO_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

  private final Process process;
  private final Path output;
  private final int port;
  private final int managementPort;
  private final Duration startTime;

  private MoltrailProcess(
      Process process, Path output, int port, int managementPort, Duration startTime) {
    this.process = process;
    this.output = output;
    this.port = port;
    this.managementPort = managementPort;
    this.startTime = startTime;
  }

  /** With the optimising compiler, whatever the environment says: for measurements. */
  static final List<String> QUICK_WHEN_WARM = List.of("-XX:TieredStopAtLevel=4");

  /** Starts it and waits until it says that it is ready. */
  static MoltrailProcess start(String mainClass, Path folder, Map<String, String> environment) {
    return start(mainClass, folder, environment, QUICK_TO_START);
  }

  static MoltrailProcess start(
      String mainClass, Path folder, Map<String, String> environment, List<String> options) {
    int port = freePort();
    int managementPort = freePort();
    try {
      Files.createDirectories(folder);
      Path output = Files.createTempFile(folder, "output-", ".log");
      Instant began = Instant.now();
      Process process = launch(mainClass, output, port, managementPort, environment, options);
      awaitReady(process, output, port);
      Duration took = Duration.between(began, Instant.now());
      return new MoltrailProcess(process, output, port, managementPort, took);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one that is expected to end by itself, and waits for it. */
  static int runToEnd(String mainClass, Path output, Map<String, String> environment)
      throws IOException, InterruptedException {
    Process process =
        launch(mainClass, output, freePort(), freePort(), environment, QUICK_TO_START);
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("It did not end");
    }
    return process.exitValue();
  }

  private static Process launch(
      String mainClass,
      Path output,
      int port,
      int managementPort,
      Map<String, String> environment,
      List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Xmx700m");
    command.addAll(options);
    command.add("-cp");
    command.add(classPath());
    command.add(mainClass);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("MANAGEMENT_PORT", Integer.toString(managementPort));
    builder.environment().put("PUBLIC_URL", "http://localhost:" + port);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static void awaitReady(Process process, Path output, int port) throws IOException {
    HttpCaller caller = new HttpCaller(URI.create("http://localhost:" + port));
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!caller.ready()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        process.destroyForcibly();
        throw new AssertionError("It did not become ready:\n" + Files.readString(output));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  URI managementAddress() {
    return URI.create("http://localhost:" + managementPort);
  }

  /** From the start of the JVM until ready. */
  Duration startTime() {
    return startTime;
  }

  Path output() {
    return output;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** As {@code kill -9} does: nothing is closed, nothing is flushed. */
  void kill() {
    process.destroyForcibly();
    await();
  }

  /**
   * As {@code kill} or Ctrl-C does. Whatever was asked of it, it must not have failed by itself.
   */
  void stop() {
    process.destroy();
    await();
    requireNoFailure();
  }

  /** Whatever was asked of it so far, it must not have failed by itself. */
  void requireNoFailure() {
    failures().findFirst().ifPresent(MoltrailProcess::failed);
  }

  private Stream<String> failures() {
    try {
      return Files.readAllLines(output).stream().filter(FAILURE.asPredicate());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void failed(String line) {
    throw new AssertionError("It logged a failure: " + line);
  }

  private void await() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("It did not end");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
