package io.moltrail.messages.molecule;

import io.moltrail.messages.PlainText;
import java.util.Optional;

/** What chemists call a molecule: 1 to 300 characters. */
public record MoleculeName(String value) {

  private static final int MAX = 300;

  public static Optional<MoleculeName> parse(String text) {
    return PlainText.line(text, MAX).map(MoleculeName::new);
  }

  @Override
  public String toString() {
    return "(a molecule name)";
  }
}
