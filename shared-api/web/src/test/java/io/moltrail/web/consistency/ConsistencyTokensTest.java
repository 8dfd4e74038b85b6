package io.moltrail.web.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moltrail.messages.LogPlace;
import io.moltrail.web.TestSettings;
import io.moltrail.web.problems.BadRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsistencyTokensTest {

  private static final LogPlace PLACE = new LogPlace(3, 7_000_000_001L, 42);

  private final ConsistencyTokens tokens = new ConsistencyTokens(TestSettings.secret());

  @Test
  void come_back_as_the_place_they_were_made_of() {
    assertThat(tokens.decode(tokens.encode(PLACE))).isEqualTo(PLACE);
  }

  @Test
  void can_stand_in_a_url() {
    assertThat(tokens.encode(PLACE)).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void are_refused_when_any_character_was_changed() {
    String token = tokens.encode(PLACE);
    for (int i = 0; i < token.length() - 1; i++) {
      String forged =
          token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
      assertThatThrownBy(() -> tokens.decode(forged))
          .as("character %d", i)
          .isInstanceOf(BadRequest.class);
    }
  }

  @Test
  void are_refused_when_another_installation_made_them() {
    String foreign = new ConsistencyTokens(TestSettings.secret()).encode(PLACE);

    assertThatThrownBy(() -> tokens.decode(foreign)).isInstanceOf(BadRequest.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "%%%", "AAAA", "AQAAAAMAAAABoTuGAQAAAAAAAAAqAAAAAAAAAAAAAAAAAAAAAA"})
  void are_refused_when_they_are_none(String text) {
    assertThatThrownBy(() -> tokens.decode(text)).isInstanceOf(BadRequest.class);
  }
}
