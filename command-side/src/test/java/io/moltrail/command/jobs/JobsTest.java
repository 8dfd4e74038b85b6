package io.moltrail.command.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.Keyring;
import io.moltrail.eventstore.envelope.LocalKeyWrapper;
import io.moltrail.eventstore.envelope.vault.TransitEngine;
import io.moltrail.eventstore.envelope.vault.VaultKeyWrapper;
import io.moltrail.eventstore.testing.FakeVault;
import io.moltrail.eventstore.testing.FakeVault.Mood;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.web.settings.Need;
import io.moltrail.web.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs as they are typed. */
class JobsTest {

  private static final String ENTRANCE = "a made-up one";

  private final byte[] former = random();
  private final FakeVault vault = new FakeVault(ENTRANCE, "moltrail");
  private final TestDatabase database =
      TestServices.get().freshDatabase("log", it -> Migrations.log(it.as(DatabaseRoles.MIGRATOR)));
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void a_word_asks_for_a_job_and_a_variable_for_the_server() {
    assertThat(Jobs.asked("rotate-wrapping-key", "--ENV=production")).isTrue();
    assertThat(Jobs.asked("--ENV=production")).isFalse();
    assertThat(Jobs.asked()).isFalse();
  }

  @Test
  void an_unknown_name_prints_the_list() {
    assertThat(Jobs.all().run(out, "make-coffee")).isEqualTo(2);

    assertThat(printed()).contains("There is no job of that name", "rotate-wrapping-key");
  }

  @Test
  void the_wrapping_key_moves_into_vault_and_only_counts_are_printed() {
    Envelopes.Envelope sealed = envelopes(Keyring.of(local())).seal("user:1", new byte[] {7});

    assertThat(rotate()).isZero();

    assertThat(printed())
        .isEqualTo(
            "1 data keys were wrapped anew.%nAll data keys are wrapped under the current key.%n"
                .formatted());
    VaultKeyWrapper inVault =
        new VaultKeyWrapper(new TransitEngine(vault.address(), () -> ENTRANCE), "moltrail");
    assertThat(envelopes(Keyring.of(inVault)).open(sealed)).contains(new byte[] {7});
  }

  @Test
  void a_vault_that_fails_is_told_in_a_sentence_and_the_job_can_be_run_again() {
    envelopes(Keyring.of(local())).seal("user:1", new byte[] {7});
    vault.be(Mood.FORBIDDING);

    assertThat(rotate()).isEqualTo(1);
    assertThat(printed())
        .isEqualTo(
            "rotate-wrapping-key does not go on because a wrapping key cannot be used now; what was"
                + " done stays done, run it again."
                + System.lineSeparator());

    vault.be(Mood.WELL);
    assertThat(rotate()).isZero();
  }

  @Test
  void a_wrapping_key_that_nobody_gave_is_named() {
    envelopes(Keyring.of(new LocalKeyWrapper(random()))).seal("user:1", new byte[] {7});

    assertThat(rotate()).isEqualTo(1);

    assertThat(printed()).contains("PII_KEK_PREVIOUS does not hold it (local:");
  }

  @Test
  void without_the_migrator_or_a_variable_it_does_not_run() {
    List<String> arguments = arguments();
    arguments.removeIf(it -> it.startsWith("--MIGRATION"));
    assertThat(run(arguments)).isEqualTo(1);
    assertThat(printed()).contains("because MIGRATION_DATABASE_URL is not set");

    arguments.removeIf(it -> it.startsWith("--PII_KEK="));
    assertThat(run(arguments)).isEqualTo(1);
    assertThat(printed()).contains("because PII_KEK is not set");
  }

  @Test
  void a_job_that_breaks_ends_with_a_sentence_and_without_values() {
    Jobs jobs = new Jobs(List.of(new Breaking()));

    assertThat(jobs.run(out, "break")).isEqualTo(1);

    assertThat(printed())
        .isEqualTo(
            "break failed: IllegalStateException. The log says more." + System.lineSeparator());
  }

  private int rotate() {
    return run(arguments());
  }

  private int run(List<String> arguments) {
    return Jobs.all().run(out, arguments.toArray(String[]::new));
  }

  private List<String> arguments() {
    return new ArrayList<>(
        List.of(
            "rotate-wrapping-key",
            "--MIGRATION_DATABASE_URL=" + database.url(DatabaseRoles.MIGRATOR),
            "--PII_KEK=vault:moltrail",
            "--PII_KEK_PREVIOUS=" + HexFormat.of().formatHex(former),
            "--VAULT_ADDR=" + vault.address(),
            "--VAULT_TOKEN=" + ENTRANCE));
  }

  private LocalKeyWrapper local() {
    return new LocalKeyWrapper(former);
  }

  private Envelopes envelopes(Keyring keyring) {
    return new Envelopes(
        new DataKeys(JdbcClient.create(database.as(DatabaseRoles.COMMAND)), keyring));
  }

  private String printed() {
    String all = bytes.toString(UTF_8);
    bytes.reset();
    return all;
  }

  private static byte[] random() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return random;
  }

  private record Breaking() implements Job {

    @Override
    public String name() {
      return "break";
    }

    @Override
    public String purpose() {
      return "breaks";
    }

    @Override
    public Set<Need> needs() {
      return Set.of();
    }

    @Override
    public int run(Settings settings, PrintStream out) {
      throw new IllegalStateException("with a value in it");
    }
  }
}
