package io.moltrail.messages.user;

import io.moltrail.messages.PlainText;
import java.util.Optional;

/** What a person wants to be called: 1 to 100 characters. */
public record DisplayName(String value) {

  private static final int MAX = 100;

  public static Optional<DisplayName> parse(String text) {
    return PlainText.line(text, MAX).map(DisplayName::new);
  }

  @Override
  public String toString() {
    return "(a display name)";
  }
}
