package io.moltrail.eventstore.envelope;

import static io.moltrail.eventstore.envelope.Wrappers.CURRENT;
import static io.moltrail.eventstore.envelope.Wrappers.FORMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.envelope.Envelopes.Envelope;
import io.moltrail.eventstore.envelope.WrappingKeyRotation.Outcome;
import io.moltrail.eventstore.envelope.vault.TransitEngine;
import io.moltrail.eventstore.envelope.vault.VaultKeyWrapper;
import io.moltrail.eventstore.testing.FakeVault;
import io.moltrail.eventstore.testing.FakeVault.Mood;
import io.moltrail.eventstore.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class WrappingKeyRotationTest {

  private static final byte[] SECRET = {1, 2, 3};
  private static final String ENTRANCE = "a made-up one";
  private static final int PAGE = 7;

  /** New keys of a node; without a limit it may run away from the rotation for ever. */
  private static final int BUSY = 200;

  private final TestDatabase database = Wrappers.freshLog();
  private final FakeVault vault = new FakeVault(ENTRANCE, "moltrail");
  private final KeyWrapper inVault =
      new VaultKeyWrapper(new TransitEngine(vault.address(), () -> ENTRANCE), "moltrail");

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void every_key_moves_into_vault_and_opens_what_it_opened() {
    List<Envelope> sealed = seal(Wrappers.keys(database, FORMER), 0, 30);
    Envelope text =
        new Envelopes(Wrappers.keys(database, FORMER)).sealText("text:1", "user:0", SECRET);

    Outcome outcome = rotation(inVault, FORMER).run();

    assertThat(outcome).isEqualTo(new Outcome(30, 0, 0));
    assertThat(Wrappers.wrappedBy(database, "vault:moltrail")).hasSize(30);
    assertThat(Wrappers.wrappedBy(database, "user:0")).containsExactly("text:1");
    Envelopes without = new Envelopes(Wrappers.keys(database, inVault));
    assertThat(sealed).allSatisfy(it -> assertThat(without.open(it)).contains(SECRET));
    assertThat(without.open(text)).contains(SECRET);
  }

  @Test
  void stopped_on_the_way_it_goes_on_with_the_rest() {
    seal(Wrappers.keys(database, FORMER), 0, 30);
    WrappingKeyRotation stopped = rotation(CURRENT, FORMER);
    stopped.step(FORMER.id(), stopped.step(FORMER.id(), "").orElseThrow());
    assertThat(Wrappers.wrappedBy(database, CURRENT.id())).hasSize(2 * PAGE);

    Outcome outcome = rotation(CURRENT, FORMER).run();

    assertThat(outcome).isEqualTo(new Outcome(30 - 2 * PAGE, 0, 0));
    assertThat(rotation(CURRENT, FORMER).run()).isEqualTo(new Outcome(0, 0, 0));
  }

  @Test
  void a_key_that_is_destroyed_between_reading_and_writing_stays_destroyed() {
    List<Envelope> sealed = seal(Wrappers.keys(database, FORMER), 0, 3);
    KeyWrapper destroying =
        new Wrapped(CURRENT, subject -> Wrappers.keys(database, CURRENT, FORMER).destroy("user:1"));

    Outcome outcome = rotation(destroying, FORMER).run();

    assertThat(outcome).isEqualTo(new Outcome(2, 0, 0));
    assertThat(new Envelopes(Wrappers.keys(database, CURRENT)).open(sealed.get(1))).isEmpty();
    assertThat(Wrappers.wrappedBy(database, CURRENT.id())).containsExactly("user:0", "user:2");
  }

  @Test
  void both_sides_of_the_roll_out_work_meanwhile() throws Exception {
    seal(Wrappers.keys(database, FORMER), 0, 100);
    DataKeys notYet = Wrappers.keys(database, FORMER, inVault);
    DataKeys already = Wrappers.keys(database, inVault, FORMER);
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<List<Envelope>> one = working(notYet, 1_000, over);
    CompletableFuture<List<Envelope>> other = working(already, 2_000, over);

    try {
      rotation(inVault, FORMER).run();
    } finally {
      over.set(true);
    }

    List<Envelope> sealed = new ArrayList<>(one.get());
    sealed.addAll(other.get());
    Outcome last = rotation(inVault, FORMER).run();
    assertThat(last.complete()).isTrue();
    Envelopes after = new Envelopes(Wrappers.keys(database, inVault));
    assertThat(sealed).hasSizeGreaterThan(1);
    assertThat(sealed).allSatisfy(it -> assertThat(after.open(it)).contains(SECRET));
  }

  @Test
  void a_key_that_does_not_unwrap_is_counted_left_as_it_is_and_holds_up_nobody() {
    seal(Wrappers.keys(database, FORMER), 0, 10);
    JdbcClient.create(database.superuser())
        .sql("update log.data_key set wrapped_key = 'garbled beyond repair' where subject = ?")
        .param("user:4")
        .update();

    assertThat(rotation(CURRENT, FORMER).run()).isEqualTo(new Outcome(9, 1, 1));
    assertThat(Wrappers.wrappedBy(database, FORMER.id())).containsExactly("user:4");
  }

  @Test
  void when_vault_fails_on_the_way_what_was_done_stays_done() {
    seal(Wrappers.keys(database, FORMER), 0, 10);
    KeyWrapper failing =
        new Wrapped(
            inVault,
            subject -> {
              if (subject.equals("user:8")) {
                vault.be(Mood.BROKEN);
              }
            });

    assertThatExceptionOfType(KeyKeeperUnavailableException.class)
        .isThrownBy(() -> rotation(failing, FORMER).run());

    vault.be(Mood.WELL);
    assertThat(Wrappers.wrappedBy(database, "vault:moltrail")).hasSize(PAGE);
    assertThat(rotation(inVault, FORMER).run()).isEqualTo(new Outcome(3, 0, 0));
  }

  @Test
  void it_does_not_begin_without_all_keys_nor_as_a_side() {
    seal(Wrappers.keys(database, FORMER), 0, 1);

    assertThatExceptionOfType(WrongWrappingKeyException.class)
        .isThrownBy(() -> rotation(CURRENT).run());
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(
            () ->
                new WrappingKeyRotation(
                        database.as(DatabaseRoles.COMMAND), Keyring.of(CURRENT, FORMER), PAGE)
                    .run())
        .withStackTraceContaining("permission denied");
  }

  private WrappingKeyRotation rotation(KeyWrapper... wrappers) {
    return new WrappingKeyRotation(database.as(DatabaseRoles.MIGRATOR), Keyring.of(wrappers), PAGE);
  }

  private static List<Envelope> seal(DataKeys keys, int from, int count) {
    Envelopes envelopes = new Envelopes(keys);
    return IntStream.range(from, from + count)
        .mapToObj(n -> envelopes.seal("user:" + n, SECRET))
        .toList();
  }

  /** A node that seals for new subjects and opens what the rotation may have got hold of. */
  private static CompletableFuture<List<Envelope>> working(
      DataKeys keys, int from, AtomicBoolean over) {
    return CompletableFuture.supplyAsync(
        () -> {
          List<Envelope> sealed = new ArrayList<>();
          do {
            sealed.addAll(seal(keys, from + sealed.size(), 1));
            keys.find("user:" + sealed.size() % 100).orElseThrow();
          } while (!over.get() && sealed.size() < BUSY);
          return sealed;
        },
        Thread::startVirtualThread);
  }

  /** Does something before each wrapping. */
  private record Wrapped(KeyWrapper wrapper, Consumer<String> before) implements KeyWrapper {

    @Override
    public String id() {
      return wrapper.id();
    }

    @Override
    public byte[] wrap(SecretKey dataKey, String subject) {
      before.accept(subject);
      return wrapper.wrap(dataKey, subject);
    }

    @Override
    public SecretKey unwrap(byte[] wrapped, String subject) {
      return wrapper.unwrap(wrapped, subject);
    }
  }
}
