package io.moltrail.messages.project;

import java.util.Optional;
import java.util.regex.Pattern;

/** Two to eight of A-Z and 0-9, unique to the project's owner; molecule numbers begin with it. */
public record ProjectCode(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9]{2,8}");

  public static Optional<ProjectCode> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ProjectCode(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
