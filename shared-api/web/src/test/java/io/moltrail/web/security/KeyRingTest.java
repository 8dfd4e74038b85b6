package io.moltrail.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import io.moltrail.web.EdgeServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private final List<ECKey> published = new ArrayList<>(List.of(EdgeServer.key("old")));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private int readings;
  private final KeyRing keys =
      new KeyRing(
          () -> {
            readings++;
            return List.copyOf(published);
          },
          () -> now);

  @Test
  void knows_a_new_key_as_soon_as_a_token_names_it() {
    keys.find("old");
    published.add(EdgeServer.key("new"));
    pass(Duration.ofSeconds(2));

    assertThat(keys.find("new")).isPresent();
  }

  @Test
  void forgets_a_withdrawn_key_within_ten_seconds() {
    keys.find("old");
    published.clear();
    pass(Duration.ofSeconds(11));

    assertThat(keys.find("old")).isEmpty();
  }

  @Test
  void looks_once_a_second_at_most_for_keys_that_do_not_exist() {
    for (int i = 0; i < 100; i++) {
      keys.find("made-up-" + i);
    }

    assertThat(readings).isEqualTo(1);
  }

  @Test
  void keeps_nothing_of_a_private_key() {
    assertThat(keys.find("old")).hasValueSatisfying(it -> assertThat(it.isPrivate()).isFalse());
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
