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
  void where_a_molecule_has_left_only_where_to_is_told() {
    Difference move =
        new Difference(
            Map.of("projectId", "here", "number", "KIN-1"),
            Map.of("projectId", "there", "number", "SALT-7", "smiles", "CCO"));

    assertThat(move.toldIn("here"))
        .isEqualTo(
            new Difference(
                Map.of("projectId", "here", "number", "KIN-1"), Map.of("projectId", "there")));
    assertThat(move.toldIn("there")).isEqualTo(move);
  }

  @Test
  void what_stays_is_told_as_it_is() {
    Difference renaming = new Difference(Map.of("name", "Spirit"), Map.of("name", "Ethanol"));

    assertThat(renaming.toldIn("here")).isEqualTo(renaming);
  }

  @Test
  void at_the_beginning_there_was_nothing() {
    assertThat(Difference.between(null, Map.of("name", "Ethanol")))
        .isEqualTo(new Difference(null, Map.of("name", "Ethanol")));
  }
}
