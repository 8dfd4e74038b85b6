package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moltrail.command.platform.UnfitToStartException;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.web.settings.Need;
import io.moltrail.web.settings.Secret;
import io.moltrail.web.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SigningKeysTest {

  private static final Secret SECRET = Secret.parse(RandomSecret.text()).orElseThrow();
  private static final Secret OTHER = Secret.parse(RandomSecret.text()).orElseThrow();

  private JdbcClient jdbc;

  @BeforeEach
  void migrate() {
    TestDatabase database = TestServices.get().freshDatabase();
    Migrations.log(database.as(DatabaseRoles.MIGRATOR));
    Migrations.schema(database.as(DatabaseRoles.MIGRATOR), "command", "classpath:db/command");
    jdbc = JdbcClient.create(database.as(DatabaseRoles.COMMAND));
  }

  @Test
  void nodes_that_start_at_once_make_one_key() throws Exception {
    Callable<String> node = () -> new SigningKeys(jdbc, secrets(SECRET)).active().getKeyID();
    try (ExecutorService nodes = Executors.newFixedThreadPool(6)) {
      List<String> keys =
          nodes.invokeAll(Stream.generate(() -> node).limit(6).toList()).stream()
              .map(Future::resultNow)
              .distinct()
              .toList();

      assertThat(keys).hasSize(1);
    }
  }

  @Test
  void the_private_half_stands_nowhere_in_clear() {
    SigningKeys keys = new SigningKeys(jdbc, secrets(SECRET));
    String row = jdbc.sql("select k::text from command.signing_key k").query(String.class).single();

    assertThat(row).doesNotContain("\"d\"", keys.active().getD().toString());
    assertThat(keys.current()).allMatch(it -> !it.isPrivate());
  }

  @Test
  void another_secret_ends_the_start_with_a_sentence() {
    new SigningKeys(jdbc, secrets(SECRET));

    assertThatExceptionOfType(UnfitToStartException.class)
        .isThrownBy(() -> new SigningKeys(jdbc, secrets(OTHER)))
        .withMessageContaining("SECRET_KEY is not the one");
  }

  @Test
  void the_previous_secret_given_once_lets_a_new_one_take_over() {
    String before = new SigningKeys(jdbc, secrets(SECRET)).active().getKeyID();
    new SigningKeys(
        jdbc, new Settings.Secrets(Map.of(Need.SECRET_KEY, OTHER), Optional.of(SECRET)));

    assertThat(new SigningKeys(jdbc, secrets(OTHER)).active().getKeyID()).isEqualTo(before);
  }

  private static Settings.Secrets secrets(Secret secret) {
    return new Settings.Secrets(Map.of(Need.SECRET_KEY, secret), Optional.empty());
  }
}
