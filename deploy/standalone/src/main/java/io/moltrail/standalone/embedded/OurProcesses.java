package io.moltrail.standalone.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The processes whose program lies in this data folder. Whoever holds the folder's lock and has
 * started none may end them all: their parent was killed.
 */
final class OurProcesses {

  private final Path programs;

  OurProcesses(Path programs) {
    this.programs = programs;
  }

  List<ProcessHandle> running() {
    return ProcessHandle.allProcesses().filter(this::isOurs).toList();
  }

  /** Asks each to end, and ends by force what has not ended within ten seconds. */
  void end() throws InterruptedException {
    running().forEach(ProcessHandle::destroy);
    if (!within(Duration.ofSeconds(10), () -> running().isEmpty())) {
      running().forEach(ProcessHandle::destroyForcibly);
      within(Duration.ofSeconds(5), () -> running().isEmpty());
    }
  }

  static boolean within(Duration patience, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      Thread.sleep(20);
    }
    return true;
  }

  private boolean isOurs(ProcessHandle process) {
    return process
        .info()
        .command()
        .filter(command -> Path.of(command).startsWith(programs))
        .isPresent();
  }
}
