package io.moltrail.messages.project;

import io.moltrail.messages.PlainText;
import java.util.Optional;

/** What a team calls its project: 1 to 200 characters. */
public record ProjectName(String value) {

  private static final int MAX = 200;

  public static Optional<ProjectName> parse(String text) {
    return PlainText.line(text, MAX).map(ProjectName::new);
  }

  @Override
  public String toString() {
    return "(a project name)";
  }
}
