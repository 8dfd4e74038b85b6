package io.moltrail.messages;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Text that people type, kept as they typed it (NFC), if it holds nothing that could deceive a
 * reader: no control characters, no bidirectional overrides, no zero-width or other invisible
 * characters (Unicode Technical Report 36).
 */
public final class PlainText {

  private PlainText() {}

  /** One line: 1 to {@code max} code points after NFC, not blank at either end. */
  public static Optional<String> line(String text, int max) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    boolean sound =
        !normal.isBlank()
            && normal.strip().equals(normal)
            && normal.codePointCount(0, normal.length()) <= max
            && normal.codePoints().allMatch(PlainText::visible);
    return sound ? Optional.of(normal) : Optional.empty();
  }

  /** Several lines: 0 to {@code max} code points; line feed and tab are allowed. */
  public static Optional<String> block(String text, int max) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    boolean sound =
        normal.codePointCount(0, normal.length()) <= max
            && normal.codePoints().allMatch(c -> c == '\n' || c == '\t' || visible(c));
    return sound ? Optional.of(normal) : Optional.empty();
  }

  private static boolean visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
