package io.moltrail.standalone.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Redis without a disk: it holds nothing that is not elsewhere too. A daemon, so that Ctrl-C
 * reaches the application first.
 */
final class RedisProcess {

  private final Path program;
  private final Path folder;
  private final Path logs;

  RedisProcess(Path program, Path folder, Path logs) {
    this.program = program;
    this.folder = folder;
    this.logs = logs;
  }

  int start(String password) throws IOException, InterruptedException {
    return FreePort.startOn(port -> start(port, password));
  }

  void stop() throws IOException, InterruptedException {
    if (!Files.exists(pidFile())) {
      return;
    }
    long pid = Long.parseLong(Files.readString(pidFile()).strip());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    // it removes the file as its last act; in a container without an init it stays on as a zombie
    if (!OurProcesses.within(Duration.ofSeconds(10), () -> !Files.exists(pidFile()))) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  void forgetStaleProcess() throws IOException {
    Files.deleteIfExists(pidFile());
  }

  private void start(int port, String password) throws IOException, InterruptedException {
    Path configuration = folder.resolve("redis.conf");
    OwnerOnly.write(configuration, configuration(port, password));

    Process launcher =
        new ProcessBuilder(program.toString(), configuration.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(logs.resolve("redis-start.log").toFile())
            .start();
    launcher.getOutputStream().close();
    if (launcher.waitFor() != 0
        || !OurProcesses.within(Duration.ofSeconds(10), () -> answers(port, password))) {
      stop();
      throw new IOException("Redis did not start on port " + port + " (more in " + logs + ")");
    }
  }

  private String configuration(int port, String password) {
    return """
    bind 127.0.0.1
    port %d
    requirepass %s
    save ""
    appendonly no
    daemonize yes
    dir "%s"
    pidfile "%s"
    logfile "%s"
    """
        .formatted(port, password, folder, pidFile(), logs.resolve("redis.log"));
  }

  private static boolean answers(int port, String password) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(1_000);
      socket
          .getOutputStream()
          .write(("AUTH " + password + "\r\n").getBytes(StandardCharsets.US_ASCII));
      String answer =
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();
      return "+OK".equals(answer);
    } catch (IOException notYet) {
      return false;
    }
  }

  private Path pidFile() {
    return folder.resolve("redis.pid");
  }
}
