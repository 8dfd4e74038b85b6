package io.moltrail.eventstore.envelope.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.moltrail.eventstore.envelope.KeyKeeperUnavailableException;
import io.moltrail.eventstore.testing.FakeVault;
import io.moltrail.eventstore.testing.FakeVault.Mood;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.vault.client.VaultEndpoint;

class VaultKeyWrapperTest {

  private static final SecretKey DATA_KEY =
      new SecretKeySpec(
          Arrays.copyOf("a made-up data key".getBytes(StandardCharsets.UTF_8), 32), "AES");
  private static final String SUBJECT = "user:1";
  private static final String ENTRANCE = "a made-up one";

  private final FakeVault vault = new FakeVault(ENTRANCE, "moltrail", "other");
  private final AtomicReference<String> token = new AtomicReference<>(ENTRANCE);
  private final VaultKeyWrapper wrapper = wrapper("moltrail", Duration.ofSeconds(5));

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void what_vault_wrapped_it_unwraps() {
    byte[] wrapped = wrapper.wrap(DATA_KEY, SUBJECT);

    assertThat(wrapper.id()).isEqualTo("vault:moltrail");
    assertThat(new String(wrapped, StandardCharsets.US_ASCII)).startsWith("vault:v1:");
    assertThat(wrapper.unwrap(wrapped, SUBJECT)).isEqualTo(DATA_KEY);
  }

  @Test
  void what_was_wrapped_for_one_subject_is_not_unwrapped_for_another() {
    byte[] wrapped = wrapper.wrap(DATA_KEY, SUBJECT);

    assertThatIllegalStateException()
        .isThrownBy(() -> wrapper.unwrap(wrapped, "user:2"))
        .withMessage("Vault does not unwrap the data key of user:2 under its key moltrail");
  }

  @Test
  void another_key_does_not_unwrap_and_a_missing_one_does_not_wrap() {
    byte[] wrapped = wrapper.wrap(DATA_KEY, SUBJECT);

    assertThatIllegalStateException()
        .isThrownBy(() -> wrapper("other", Duration.ofSeconds(5)).unwrap(wrapped, SUBJECT));
    assertThatIllegalStateException()
        .isThrownBy(() -> wrapper("missing", Duration.ofSeconds(5)).wrap(DATA_KEY, SUBJECT));
  }

  @Test
  void old_versions_of_a_key_that_was_rotated_in_vault_still_unwrap() {
    byte[] first = wrapper.wrap(DATA_KEY, SUBJECT);

    vault.rotate("moltrail");

    byte[] second = wrapper.wrap(DATA_KEY, SUBJECT);
    assertThat(new String(second, StandardCharsets.US_ASCII)).startsWith("vault:v2:");
    assertThat(wrapper.unwrap(first, SUBJECT)).isEqualTo(DATA_KEY);
    assertThat(wrapper.unwrap(second, SUBJECT)).isEqualTo(DATA_KEY);
  }

  @Test
  void the_token_is_asked_for_anew_each_time() {
    token.set("outdated");
    assertThatExceptionOfType(KeyKeeperUnavailableException.class)
        .isThrownBy(() -> wrapper.wrap(DATA_KEY, SUBJECT))
        .withMessageContaining("403");

    token.set(ENTRANCE);

    assertThat(wrapper.unwrap(wrapper.wrap(DATA_KEY, SUBJECT), SUBJECT)).isEqualTo(DATA_KEY);
  }

  @ParameterizedTest
  @EnumSource(value = Mood.class, names = "WELL", mode = EnumSource.Mode.EXCLUDE)
  void whatever_else_goes_wrong_is_one_exception_that_tells_no_secret(Mood mood) {
    VaultKeyWrapper hasty = wrapper("moltrail", Duration.ofMillis(200));
    byte[] wrapped = wrapper.wrap(DATA_KEY, SUBJECT);
    vault.be(mood);

    assertThatExceptionOfType(KeyKeeperUnavailableException.class)
        .isThrownBy(() -> hasty.unwrap(wrapped, SUBJECT))
        .satisfies(failure -> assertThat(trace(failure)).doesNotContain(secrets(wrapped)));
    assertThatExceptionOfType(KeyKeeperUnavailableException.class)
        .isThrownBy(() -> hasty.wrap(DATA_KEY, SUBJECT))
        .satisfies(failure -> assertThat(trace(failure)).doesNotContain(secrets(wrapped)));
  }

  @Test
  void a_vault_that_is_not_there_is_told_as_such() {
    vault.close();

    assertThatExceptionOfType(KeyKeeperUnavailableException.class)
        .isThrownBy(() -> wrapper.wrap(DATA_KEY, SUBJECT))
        .withMessageContaining("it does not answer");
  }

  @Test
  void an_address_without_a_port_means_the_usual_one() {
    assertThat(VaultEndpoint.from(URI.create("https://vault.example")).createUriString("x"))
        .isIn("https://vault.example/v1/x", "https://vault.example:443/v1/x");
  }

  private VaultKeyWrapper wrapper(String key, Duration patience) {
    return new VaultKeyWrapper(
        new TransitEngine(vault.address(), token::get, patience, patience), key);
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private static String[] secrets(byte[] wrapped) {
    return new String[] {
      ENTRANCE,
      "Z2Fy",
      Base64.getEncoder().encodeToString(DATA_KEY.getEncoded()),
      new String(wrapped, StandardCharsets.US_ASCII)
    };
  }
}
