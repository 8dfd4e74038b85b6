package io.moltrail.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Another process that holds a data folder, until it is told to end or killed. */
final class ChildMoltrail implements AutoCloseable {

  private static final String READY = "child-is-ready";

  private final Process process;
  private final Path folder;

  private ChildMoltrail(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  static ChildMoltrail launch(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(READY));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ChildMoltrail.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("child.log").toFile())
            .start();
    return new ChildMoltrail(process, folder);
  }

  static ChildMoltrail started(Path folder) throws IOException, InterruptedException {
    ChildMoltrail child = launch(folder);
    if (!child.waitFor(READY)) {
      throw new IllegalStateException(
          "The child did not start: " + Files.readString(folder.resolve("child.log")));
    }
    return child;
  }

  /** Waits until that file or folder exists below the data folder. */
  boolean waitFor(String name) throws InterruptedException {
    return OurProcesses.within(
            Duration.ofSeconds(60), () -> Files.exists(folder.resolve(name)) || !process.isAlive())
        && process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void terminate() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    EmbeddedServices services = EmbeddedServices.start(folder);
    services.closeFirst(() -> Files.createFile(folder.resolve("application-closed")));
    Files.createFile(folder.resolve(READY));
    new CountDownLatch(1).await();
  }
}
