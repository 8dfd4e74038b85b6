package io.moltrail.eventstore.envelope;

import static io.moltrail.eventstore.envelope.Wrappers.CURRENT;
import static io.moltrail.eventstore.envelope.Wrappers.FORMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.envelope.Envelopes.Envelope;
import io.moltrail.eventstore.testing.TestDatabase;
import java.util.List;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which wrapping keys a process must know. */
class KeyringTest {

  private final TestDatabase database = Wrappers.freshLog();

  @Test
  void it_wraps_under_the_current_key_and_unwraps_under_any() {
    Envelope old = new Envelopes(Wrappers.keys(database, FORMER)).seal("user:1", new byte[] {1});
    Envelopes both = new Envelopes(Wrappers.keys(database, CURRENT, FORMER));

    both.seal("user:2", new byte[] {2});

    assertThat(both.open(old)).contains(new byte[] {1});
    assertThat(Wrappers.wrappedBy(database, CURRENT.id())).containsExactly("user:2");
  }

  @Test
  void a_key_under_an_unknown_name_is_loud_and_no_placeholder() {
    Envelope old = new Envelopes(Wrappers.keys(database, FORMER)).seal("user:1", new byte[] {1});

    assertThatExceptionOfType(UnknownWrappingKeyException.class)
        .isThrownBy(() -> new Envelopes(Wrappers.keys(database, CURRENT)).open(old))
        .withMessageContaining(FORMER.id());
  }

  @Test
  void a_process_that_knows_all_keys_in_use_may_start() {
    Wrappers.keys(database, FORMER).findOrMake("user:1");
    Wrappers.keys(database, CURRENT).findOrMakeText("text:1", "user:2");

    assertThatCode(Wrappers.keys(database, CURRENT, FORMER)::requireOwnWrapping)
        .doesNotThrowAnyException();
  }

  @Test
  void a_missing_key_of_any_kind_is_refused_with_a_sentence_before_anything_is_read() {
    Wrappers.keys(database, FORMER).findOrMake("user:1");
    Wrappers.keys(database, new Renamed("vault:moltrail", FORMER)).findOrMake("user:2");
    DataKeys query =
        new DataKeys(JdbcClient.create(database.as(DatabaseRoles.QUERY)), Keyring.of(CURRENT));

    assertThatExceptionOfType(WrongWrappingKeyException.class)
        .isThrownBy(query::requireOwnWrapping)
        .withMessageStartingWith(
            "PII_KEK is not the key that wrapped the data keys in this database, and"
                + " PII_KEK_PREVIOUS does not hold it ("
                + FORMER.id()
                + ", vault:moltrail); ");
  }

  @Test
  void a_destroyed_key_needs_no_wrapping_key_any_more() {
    DataKeys former = Wrappers.keys(database, FORMER);
    former.findOrMake("user:1");
    former.destroy("user:1");

    assertThatCode(Wrappers.keys(database, CURRENT)::requireOwnWrapping).doesNotThrowAnyException();
  }

  @Test
  void the_names_in_use_are_found_by_steps_through_an_index() {
    Wrappers.keys(database, CURRENT).findOrMake("project:1");
    JdbcClient superuser = JdbcClient.create(database.superuser());
    superuser
        .sql(
            """
            insert into log.data_key (subject, wrapped_key, wrapped_by)
            select 'user:' || n, 'x'::bytea, 'local:' || n % 3 from generate_series(1, 50000) n
            union all select 'text:' || n, 'x'::bytea, 'user:' || n from generate_series(1, 50000) n
            """)
        .update();
    superuser.sql("analyze log.data_key").update();

    assertThat(new DataKeyTable(superuser).wrappingKeys())
        .containsExactlyInAnyOrderElementsOf(
            List.of(CURRENT.id(), "local:0", "local:1", "local:2"));
    assertThat(plan(superuser)).contains("data_key_wrapped_by_key").doesNotContain("Seq Scan on");
  }

  private static String plan(JdbcClient jdbc) {
    return String.join(
        "\n", jdbc.sql("explain " + DataKeyTable.WRAPPING_KEYS).query(String.class).list());
  }

  /** The same key under another name. */
  private record Renamed(String id, KeyWrapper wrapper) implements KeyWrapper {

    @Override
    public byte[] wrap(SecretKey dataKey, String subject) {
      return wrapper.wrap(dataKey, subject);
    }

    @Override
    public SecretKey unwrap(byte[] wrapped, String subject) {
      return wrapper.unwrap(wrapped, subject);
    }
  }
}
