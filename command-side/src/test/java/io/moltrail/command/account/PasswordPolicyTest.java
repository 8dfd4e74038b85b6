package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.messages.Refusal.Fault;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  private static final PasswordPolicy POLICY = new PasswordPolicy(BlockList.bundled());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lilac tram under Kepler",
        "nine brass owls at dusk",
        "x  y?  z!  w#  Q%",
        "83920174651908372",
        "gTz4vQ9pLw2XkRb",
        "Строка из многих слов",
        "春眠不覺曉處處聞啼鳥夜來風雨聲",
        "🐙🦊🐢🦉🐝🦋🐞🦀🐙🦑🐬🐳🦈🐊🐅",
        "a-long-enough-password",
        "correct horse battery staple"
      })
  void any_characters_will_do(String password) {
    assertThat(fault(password)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "lilac tram und, too-short",
    "'', too-short",
    "ﷺ, too-short",
    "aaaaaaaaaaaaaaaaaaaa, blocked",
    "abcabcabcabcabcabc, blocked",
    "password12password12, blocked",
    "qwertyuiopasdfghjkl, blocked",
    "poiuytrewqlkjhgfdsa, blocked",
    "1qaz2wsx3edc4rfv5tgb, blocked",
    "abcdefghijklmnopqrst, blocked",
    "01234567890123456789, blocked",
    "Password1234567890!, blocked",
    "P@ssw0rd-P@55word-2026, blocked",
    "curie.marie.1867.lab, blocked",
    "Skłodowska-1867-1934, blocked",
    "iloveyou iloveyou!, blocked"
  })
  void what_everybody_tries_first_is_refused(String password, String code) {
    assertThat(fault(password)).map(Fault::code).contains(code);
  }

  @Test
  void code_points_count_not_bytes() {
    String longest =
        "🐙🦊🐢🦉🐝🦋🐞🦀".repeat(8)
            + "lilac tram under Kepler and far beyond it, where nine brass owls sit";

    assertThat(longest.codePointCount(0, longest.length())).isLessThanOrEqualTo(132);
    assertThat(fault(cut(longest, 128))).isEmpty();
    assertThat(fault(cut(longest, 128) + "!")).map(Fault::code).contains("too-long");
  }

  @Test
  void the_reason_is_told_and_not_the_password() {
    Fault fault = fault("Password1234567890!").orElseThrow();

    assertThat(fault.pointer()).isEqualTo("/password");
    assertThat(fault.detail()).contains("well-known one").doesNotContain("1234567890");
  }

  private static String cut(String text, int codePoints) {
    return text.substring(0, text.offsetByCodePoints(0, codePoints));
  }

  private static Optional<Fault> fault(String password) {
    return POLICY.fault(
        "/password",
        password,
        new EmailAddress("marie.curie@lab.example"),
        new DisplayName("Maria Skłodowska"));
  }
}
