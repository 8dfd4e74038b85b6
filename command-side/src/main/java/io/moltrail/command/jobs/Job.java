package io.moltrail.command.jobs;

import io.moltrail.web.settings.Need;
import io.moltrail.web.settings.Settings;
import java.io.PrintStream;
import java.util.Set;

/** One task for the operator: opens what it needs, does it, closes it again. */
interface Job {

  /** As it is typed, such as {@code rotate-wrapping-key}. */
  String name();

  /** One line for the list. */
  String purpose();

  /** The variables without which it does not begin. */
  Set<Need> needs();

  /**
   * Prints counts and sentences, never values.
   *
   * @return the exit status: 0 when all is done, else 1
   * @throws CannotRunException with a sentence for the operator
   */
  int run(Settings settings, PrintStream out);
}
