package io.moltrail.messages.project;

import io.moltrail.messages.Id;
import java.util.Optional;
import java.util.UUID;

/** The pseudonym of a project and of all that is confidential in it. */
public record ProjectId(UUID value) implements Id {

  public static Optional<ProjectId> parse(String text) {
    return Id.parse(text).map(ProjectId::new);
  }

  @Override
  public String subject() {
    return "project:" + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
