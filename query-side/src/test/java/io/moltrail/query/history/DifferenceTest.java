package io.moltrail.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  @Test
  void only_what_changed_is_named() {
    Difference difference =
        Difference.between(
            Map.of("name", "Spirit", "number", "KIN-1"),
            Map.of("name", "Ethanol", "number", "KIN-1"));

    assertThat(difference)
        .isEqualTo(new Difference(Map.of("name", "Spirit"), Map.of("name", "Ethanol")));
  }

  @Test
  void of_the_members_only_the_new_one_is_named() {
    Difference difference =
        Difference.between(
            Map.of("members", Map.of("ada", "OWNER")),
            Map.of("members", Map.of("ada", "OWNER", "grace", "VIEWER")));

    assertThat(difference)
        .isEqualTo(
            new Difference(
                Map.of("members", Map.of()), Map.of("members", Map.of("grace", "VIEWER"))));
  }

  @Test
  void at_the_beginning_there_was_nothing() {
    assertThat(Difference.between(null, Map.of("name", "Ethanol")))
        .isEqualTo(new Difference(null, Map.of("name", "Ethanol")));
  }
}
