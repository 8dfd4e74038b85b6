package io.moltrail.command.molecule;

import io.moltrail.messages.project.ProjectId;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Molecule numbers as registrations draw them, for tests that send commands without chemistry. */
public final class DrawnNumbers {

  private final Numbers numbers;

  public DrawnNumbers(JdbcClient jdbc) {
    this.numbers = new Numbers(jdbc);
  }

  /** The first of {@code wanted} numbers; empty when there is no room for all of them. */
  public OptionalLong draw(ProjectId project, int wanted) {
    Numbers.Block block = numbers.reserve(project, wanted);
    if (block.size() < wanted) {
      numbers.giveBack(project, block.size());
      return OptionalLong.empty();
    }
    return OptionalLong.of(block.first());
  }

  public void giveBack(ProjectId project, int unused) {
    numbers.giveBack(project, unused);
  }
}
