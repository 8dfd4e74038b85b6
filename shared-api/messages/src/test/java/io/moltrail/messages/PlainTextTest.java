package io.moltrail.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  private static final String ACUTE = "\u0301";

  @ParameterizedTest
  @ValueSource(
      strings = {"e\u0301te\u0301", "\u0e01\u0e33", "\u6f22\u5b57", "\u0391\u0342\u0345 x"})
  void keeps_what_people_write(String text) {
    assertThat(PlainText.line(text, 10)).isPresent();
    assertThat(PlainText.statement(text + "\n\t" + text, 20)).isPresent();
  }

  @Test
  void counts_what_is_left_after_composition() {
    String four = "\u03b1\u0313\u0342\u0345"; // one character when composed

    assertThat(PlainText.line(four.repeat(10), 10)).contains("\u1f86".repeat(10));
    assertThat(PlainText.line(four.repeat(11), 10)).isEmpty();
  }

  @Test
  void takes_no_letter_under_more_marks_than_any_script_needs() {
    assertThat(PlainText.block("x" + ACUTE.repeat(30), 100)).isPresent();
    assertThat(PlainText.block("x" + ACUTE.repeat(31), 100)).isEmpty();
    assertThat(PlainText.block("x\ud834\udd67".repeat(40), 100)).isPresent();
    assertThat(PlainText.block("x" + "\ud834\udd67".repeat(31), 100)).isEmpty();
  }

  /** Sorting these marks would take days. */
  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void refuses_what_is_too_long_before_it_is_normalised() {
    String endless = "\u0300".repeat(8_000_000) + "\u0316".repeat(8_000_000);

    assertThat(PlainText.line(endless, 300)).isEmpty();
    assertThat(PlainText.block(endless, 4_000)).isEmpty();
    assertThat(PlainText.block(endless, Integer.MAX_VALUE)).isEmpty();
  }
}
