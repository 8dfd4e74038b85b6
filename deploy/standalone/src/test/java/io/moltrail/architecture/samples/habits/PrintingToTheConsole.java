package io.moltrail.architecture.samples.habits;

public class PrintingToTheConsole {
  void say() {
    System.out.println("hello");
  }
}
