package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingLinesTest {

  private final WaitingLines<String> lines = new WaitingLines<>(3, 5);

  @Test
  void each_line_is_served_in_turn_however_long_it_is() {
    join("a", "a1", "a2", "a3");
    join("b", "b1");
    join("c", "c1");

    assertThat(all()).containsExactly("a1", "b1", "c1", "a2", "a3");
    assertThat(lines.size()).isZero();
  }

  @Test
  void a_line_has_an_end() {
    join("a", "a1", "a2", "a3");

    assertThat(lines.join("a", "a4")).contains("a4");
    assertThat(lines.size()).isEqualTo(3);
  }

  @Test
  void in_a_full_room_the_last_of_the_longest_line_makes_way() {
    join("a", "a1", "a2", "a3");
    join("b", "b1", "b2");

    assertThat(lines.join("c", "c1")).contains("a3");
    assertThat(lines.join("b", "b3")).contains("b3");
    assertThat(lines.size()).isEqualTo(5);
    assertThat(all()).containsExactly("a1", "b1", "c1", "a2", "b2");
  }

  @Test
  void where_all_lines_are_equal_nobody_makes_way() {
    for (String line : List.of("a", "b", "c", "d", "e")) {
      join(line, line + "1");
    }

    assertThat(lines.join("f", "f1")).contains("f1");
    assertThat(all()).containsExactly("a1", "b1", "c1", "d1", "e1");
  }

  @Test
  void whoever_leaves_is_not_served_and_makes_room() {
    join("a", "a1", "a2");
    join("b", "b1");
    lines.leave("a", "a1");
    lines.leave("b", "b1");
    lines.leave("b", "b1");
    lines.leave("nowhere", "a2");

    assertThat(lines.size()).isEqualTo(1);
    assertThat(all()).containsExactly("a2");
  }

  private void join(String line, String... newcomers) {
    for (String newcomer : newcomers) {
      assertThat(lines.join(line, newcomer)).isEmpty();
    }
  }

  private List<String> all() {
    List<String> served = new ArrayList<>();
    for (Optional<String> it = lines.next(); it.isPresent(); it = lines.next()) {
      served.add(it.get());
    }
    return served;
  }
}
