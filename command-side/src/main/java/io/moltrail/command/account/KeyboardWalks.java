package io.moltrail.command.account;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows and columns of keyboards, the alphabet and the digits, walked in either direction. */
final class KeyboardWalks {

  private static final double MOST = 0.75;
  private static final List<String> ROWS =
      List.of(
          "abcdefghijklmnopqrstuvwxyza",
          "01234567890",
          "`1234567890-=",
          "!@#$%^&*()_+",
          "qwertyuiop[]",
          "qwertzuiopü",
          "azertyuiop",
          "asdfghjkl;'",
          "qsdfghjklm",
          "zxcvbnm,./",
          "yxcvbnm,.-",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
          "1qay2wsx3edc4rfv5tgb6zhn7ujm8ik,9ol.0p",
          "1q2w3e4r5t6y7u8i9o0p",
          "q1w2e3r4t5y6u7i8o9p0",
          "qazwsxedcrfvtgbyhnujmikolp",
          "zaqxswcdevfrbgtnhymjukilop");

  private final Set<String> steps = new HashSet<>();

  KeyboardWalks() {
    for (String row : ROWS) {
      for (int i = 0; i + 1 < row.length(); i++) {
        steps.add(row.substring(i, i + 2));
        steps.add(new StringBuilder(row.substring(i, i + 2)).reverse().toString());
      }
    }
  }

  /** Whether at least three of four steps from one character to the next are such a walk. */
  boolean mostOf(String text) {
    int walked = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      String step = text.substring(i, i + 2);
      walked += steps.contains(step) || step.charAt(0) == step.charAt(1) ? 1 : 0;
    }
    return walked >= MOST * (text.length() - 1);
  }
}
