package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.web.settings.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  private static final Secret PEPPER = Secret.parse(RandomSecret.text()).orElseThrow();
  private static final Passwords PASSWORDS = new Passwords(PEPPER, new HashGate(Runnable::run));

  @Test
  void a_hash_names_its_scheme_and_has_cost_12() {
    assertThat(PASSWORDS.hash("lilac tram under Kepler", HashLine.OURSELVES))
        .matches("\\{bcrypt-h}\\$2[aby]\\$12\\$.{53}");
  }

  @Test
  void the_password_matches_and_another_does_not() {
    Optional<String> hash =
        Optional.of(PASSWORDS.hash("lilac tram under Kepler", HashLine.OURSELVES));

    assertThat(PASSWORDS.matches("lilac tram under Kepler", hash, HashLine.OURSELVES)).isTrue();
    assertThat(PASSWORDS.matches("lilac tram under Keplar", hash, HashLine.OURSELVES)).isFalse();
  }

  @Test
  void passwords_that_differ_only_behind_bcrypts_72_bytes_differ() {
    for (int length : new int[] {73, 128}) {
      String same = "x".repeat(length - 1);
      Optional<String> hash = Optional.of(PASSWORDS.hash(same + "a", HashLine.OURSELVES));

      assertThat(PASSWORDS.matches(same + "b", hash, HashLine.OURSELVES)).isFalse();
      assertThat(PASSWORDS.matches(same + "a", hash, HashLine.OURSELVES)).isTrue();
    }
  }

  @Test
  void what_is_too_long_to_be_a_password_matches_nothing_and_costs_one_hash_all_the_same() {
    String longer = "x".repeat(129);
    Optional<String> hash = Optional.of(PASSWORDS.hash(longer, HashLine.OURSELVES));
    long before = PASSWORDS.computed();

    assertThat(PASSWORDS.matches(longer, hash, HashLine.OURSELVES)).isFalse();
    assertThat(PASSWORDS.computed()).isEqualTo(before + 1);
  }

  @Test
  void what_is_too_long_does_not_match_as_what_takes_its_place() {
    Optional<String> hash = Optional.of(PASSWORDS.hash(Passwords.OF_NOBODY, HashLine.OURSELVES));

    assertThat(PASSWORDS.matches("x".repeat(129), hash, HashLine.OURSELVES)).isFalse();
  }

  @Test
  void one_password_typed_on_two_keyboards_is_one_password() {
    Optional<String> hash =
        Optional.of(PASSWORDS.hash("cafe\u0301 \uFB01ne et bleu", HashLine.OURSELVES));

    assertThat(PASSWORDS.matches("caf\u00E9 fine et bleu", hash, HashLine.OURSELVES)).isTrue();
  }

  @Test
  void nobody_has_a_password() {
    assertThat(PASSWORDS.matches("the password of nobody", Optional.empty(), HashLine.OURSELVES))
        .isFalse();
  }

  @Test
  void under_another_pepper_nothing_matches() {
    Optional<String> hash =
        Optional.of(PASSWORDS.hash("lilac tram under Kepler", HashLine.OURSELVES));
    Passwords others =
        new Passwords(Secret.parse(RandomSecret.text()).orElseThrow(), new HashGate(Runnable::run));

    assertThat(others.matches("lilac tram under Kepler", hash, HashLine.OURSELVES)).isFalse();
  }

  @Test
  void a_hash_of_lower_cost_or_another_scheme_is_outdated() {
    String hash = PASSWORDS.hash("lilac tram under Kepler", HashLine.OURSELVES);

    assertThat(PASSWORDS.outdated(hash)).isFalse();
    assertThat(PASSWORDS.outdated(hash.replace("$12$", "$10$"))).isTrue();
    assertThat(PASSWORDS.outdated("{noop}lilac")).isTrue();
  }
}
