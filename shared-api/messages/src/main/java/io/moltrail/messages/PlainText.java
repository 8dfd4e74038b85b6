package io.moltrail.messages;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Text that people type, kept as they typed it (NFC), if it holds nothing that could deceive a
 * reader: no control characters, no bidirectional overrides, no zero-width or other invisible
 * characters (Unicode Technical Report 36), nothing that only looks like a space.
 */
public final class PlainText {

  /** NFC leaves more than an eighth of any text. */
  private static final int MOST_COMPOSED = 8;

  /** Stream-Safe Text Format (Unicode Standard Annex 15): no script needs more in a row. */
  private static final int MOST_MARKS = 30;

  private PlainText() {}

  /** One line that says something: 1 to {@code max} code points after NFC, no space at an end. */
  public static Optional<String> line(String text, int max) {
    return sound(text, max, PlainText::visible)
        .filter(it -> it.strip().equals(it) && saysSomething(it));
  }

  /** Several lines: 0 to {@code max} code points; line feed and tab are allowed. */
  public static Optional<String> block(String text, int max) {
    return sound(text, max, c -> c == '\n' || c == '\t' || visible(c));
  }

  /** Several lines that say something: 1 to {@code max} code points. */
  public static Optional<String> statement(String text, int max) {
    return block(text, max).filter(PlainText::saysSomething);
  }

  private static Optional<String> sound(String text, int max, IntPredicate allowed) {
    if (text.length() > (long) MOST_COMPOSED * max || !cheapToNormalise(text)) {
      return Optional.empty();
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    return normal.codePointCount(0, normal.length()) <= max && normal.codePoints().allMatch(allowed)
        ? Optional.of(normal)
        : Optional.empty();
  }

  /** Java sorts the marks on one letter in quadratic time. */
  private static boolean cheapToNormalise(String text) {
    int marks = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      marks = isMark(text.codePointAt(i)) ? marks + 1 : 0;
      if (marks > MOST_MARKS) {
        return false;
      }
    }
    return true;
  }

  /** More than separators and marks that stand on nothing. */
  private static boolean saysSomething(String text) {
    return text.codePoints()
        .anyMatch(c -> !isMark(c) && !Character.isSpaceChar(c) && !Character.isWhitespace(c));
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
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
      default -> !looksEmpty(codePoint);
    };
  }

  /**
   * What Unicode counts among letters, marks, symbols and spaces, and shows nothing of: the
   * remaining Default_Ignorable_Code_Points, the blank Braille pattern, and the no-break spaces.
   */
  private static boolean looksEmpty(int codePoint) {
    return switch (codePoint) {
      case 0x00A0, 0x2007, 0x202F, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 ->
          true;
      default ->
          (codePoint >= 0x180B && codePoint <= 0x180F)
              || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
              || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    };
  }
}
