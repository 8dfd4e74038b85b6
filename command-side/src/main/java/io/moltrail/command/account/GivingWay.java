package io.moltrail.command.account;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets threads have a core for long only while nobody else wants it. Linux ignores Java's own
 * priorities unless the JVM is started with a flag of its own; on other systems such threads are
 * like all others.
 */
final class GivingWay {

  private static final Logger LOG = LoggerFactory.getLogger(GivingWay.class);

  /** Then others get ten times as much when all want a core; a hash still gets some. */
  private static final int NICER = 10;

  private static final int FAILED = -1;
  private static final FunctionDescriptor NUMBER_TO_NUMBER =
      FunctionDescriptor.of(JAVA_INT, JAVA_INT);

  private GivingWay() {}

  /** What a thread of the platform does that gives way from its beginning. */
  static Runnable first(Runnable work) {
    return () -> {
      if (!giveWay()) {
        LOG.info("Password hashes have the priority of everything else here");
      }
      work.run();
    };
  }

  /**
   * The calling thread, which must be one of the platform, for the rest of its life.
   *
   * @return whether the system knows how; only Linux counts this by thread
   */
  private static boolean giveWay() {
    return System.getProperty("os.name").startsWith("Linux")
        && Linker.nativeLinker()
            .defaultLookup()
            .find("nice")
            .filter(it -> call(it, NICER) != FAILED)
            .isPresent();
  }

  @SuppressWarnings("restricted")
  private static int call(MemorySegment function, int number) {
    try {
      return (int)
          Linker.nativeLinker().downcallHandle(function, NUMBER_TO_NUMBER).invokeExact(number);
    } catch (Throwable e) {
      throw new IllegalStateException("nice takes a number and answers one", e);
    }
  }
}
