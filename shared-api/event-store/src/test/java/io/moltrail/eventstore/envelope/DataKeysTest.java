package io.moltrail.eventstore.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DataKeysTest {

  private static TestDatabase database;
  private static DataSource command;

  private final KeyWrapper wrapper =
      new LocalKeyWrapper("a key".repeat(10).getBytes(StandardCharsets.UTF_8));
  private final DataKeys keys = new DataKeys(JdbcClient.create(command), wrapper);
  private final Envelopes envelopes = new Envelopes(keys);

  @BeforeAll
  static void migrate() {
    database =
        TestServices.get()
            .freshDatabase("log", it -> Migrations.log(it.as(DatabaseRoles.MIGRATOR)));
    command = database.as(DatabaseRoles.COMMAND);
  }

  @Test
  void what_was_sealed_is_opened_by_another_process() {
    Envelopes.Envelope sealed = envelopes.seal("user:1", bytes("secret"));

    Envelopes other =
        new Envelopes(new DataKeys(JdbcClient.create(database.as(DatabaseRoles.QUERY)), wrapper));
    assertThat(other.open(sealed)).contains(bytes("secret"));
  }

  @Test
  void a_key_that_was_rolled_back_is_not_used_again() {
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(command));
    transaction.executeWithoutResult(
        status -> {
          envelopes.seal("user:2", bytes("once"));
          envelopes.seal("user:2", bytes("twice"));
          status.setRollbackOnly();
        });

    Envelopes.Envelope sealed =
        transaction.execute(status -> envelopes.seal("user:2", bytes("again")));

    assertThat(new Envelopes(new DataKeys(JdbcClient.create(command), wrapper)).open(sealed))
        .contains(bytes("again"));
  }

  @Test
  void an_envelope_cannot_be_moved_to_another_subject() {
    envelopes.seal("user:4", bytes("x"));
    Envelopes.Envelope sealed = envelopes.seal("user:3", bytes("secret"));

    Envelopes.Envelope moved = new Envelopes.Envelope("user:4", sealed.id(), sealed.sealed());

    assertThatThrownBy(() -> envelopes.open(moved)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nothing_is_sealed_any_more_for_a_subject_whose_key_is_destroyed() {
    Envelopes.Envelope sealed = envelopes.seal("user:5", bytes("secret"));
    new DataKeys(JdbcClient.create(command), wrapper).destroy("user:5");

    Envelopes later = new Envelopes(new DataKeys(JdbcClient.create(command), wrapper));
    assertThat(later.open(sealed)).isEmpty();
    assertThatThrownBy(() -> later.seal("user:5", bytes("more")))
        .isInstanceOf(ErasedSubjectException.class);
  }

  @Test
  void the_wrong_wrapping_key_opens_nothing() {
    Envelopes.Envelope sealed = envelopes.seal("user:6", bytes("secret"));
    KeyWrapper wrong = new LocalKeyWrapper("another".repeat(10).getBytes(StandardCharsets.UTF_8));

    Envelopes other = new Envelopes(new DataKeys(JdbcClient.create(command), wrong));

    assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(UnknownWrappingKeyException.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
