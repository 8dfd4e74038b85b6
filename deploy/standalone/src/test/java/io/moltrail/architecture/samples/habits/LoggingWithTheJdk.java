package io.moltrail.architecture.samples.habits;

import java.util.logging.Logger;

public class LoggingWithTheJdk {
  void say() {
    Logger.getGlobal().info("hello");
  }
}
