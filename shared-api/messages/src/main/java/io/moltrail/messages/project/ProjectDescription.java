package io.moltrail.messages.project;

import io.moltrail.messages.PlainText;
import java.util.Optional;

/** What a project is about: up to 4,000 characters, empty when nobody has said. */
public record ProjectDescription(String value) {

  private static final int MAX = 4000;

  public static final ProjectDescription NONE = new ProjectDescription("");

  public static Optional<ProjectDescription> parse(String text) {
    return PlainText.block(text, MAX).map(ProjectDescription::new);
  }

  @Override
  public String toString() {
    return "(a project description)";
  }
}
