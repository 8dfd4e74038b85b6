package io.moltrail.web.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.moltrail.messages.user.Tier;
import io.moltrail.web.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void have_the_defaults_of_the_design() {
    Settings settings = read(Map.of());

    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.managementPort()).isEqualTo(9090);
    assertThat(settings.limits().login()).isEqualTo(new RateLimit(5, Duration.ofMinutes(1)));
    assertThat(settings.limits().registration()).isEqualTo(new RateLimit(3, Duration.ofHours(1)));
    assertThat(settings.limits().of(Tier.ENTERPRISE))
        .isEqualTo(new RateLimit(12_000, Duration.ofMinutes(1)));
    assertThat(settings.accounts().erasureGrace()).isEqualTo(Duration.ofDays(7));
    assertThat(settings.databases().requiredForReading())
        .isEqualTo(settings.databases().required());
  }

  @Test
  void name_all_that_is_wrong_at_once() {
    InvalidSettingsException refusal =
        refused(
            Map.of(
                "ENV", "staging",
                "LOG_LEVEL", "LOUD",
                "PORT", "70000",
                "RATE_LIMIT_LOGIN", "five a minute",
                "REDIS_URL", "http://localhost",
                "DATABASE_URL", "mysql://localhost/x",
                "ERASURE_GRACE", "soon",
                "MAIL_SINK", "pigeon",
                "TRUSTED_PROXIES", "10.0.0.0/8, proxy.local",
                "SECRET_KEY", "short"));

    assertThat(refusal.faults()).hasSize(10);
    assertThat(refusal.getMessage())
        .contains(
            "ENV",
            "LOG_LEVEL",
            "PORT",
            "RATE_LIMIT_LOGIN",
            "REDIS_URL",
            "DATABASE_URL",
            "ERASURE_GRACE")
        .contains("MAIL_SINK", "TRUSTED_PROXIES", "SECRET_KEY")
        .doesNotContain("\n");
  }

  @Test
  void never_repeat_a_secret() {
    String secret = "hunter2-hunter2";
    InvalidSettingsException refusal =
        refused(
            Map.of(
                "PII_KEK",
                secret,
                "DATABASE_URL",
                "postgresql://app:" + secret + "@/",
                "ENV",
                "x"));

    assertThat(refusal.getMessage()).doesNotContain(secret);
    assertThat(read(Map.of("DATABASE_URL", "postgresql://app:hunter2@db/x")).toString())
        .doesNotContain("hunter2");
  }

  @Test
  void refuse_in_production_what_is_handy_in_development() {
    InvalidSettingsException refusal =
        refused(
            Map.of(
                "ENV", "production",
                "MAIL_SINK", "log",
                "ERASURE_GRACE", "0s",
                "REGISTRATION_VERIFICATION", "off",
                "LOG_LEVEL", "DEBUG",
                "ALLOWED_ORIGINS", "*, http://lab.example",
                "PUBLIC_URL", "http://lab.example"));

    assertThat(refusal.faults())
        .extracting(it -> it.substring(0, it.indexOf(' ')))
        .containsExactlyInAnyOrder(
            "MAIL_SINK",
            "ERASURE_GRACE",
            "REGISTRATION_VERIFICATION",
            "LOG_LEVEL",
            "ALLOWED_ORIGINS",
            "PUBLIC_URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "10.0.0.0/8, ::/0"})
  void refuse_to_trust_everybody_in_production(String proxies) {
    assertThat(refused(Map.of("ENV", "production", "TRUSTED_PROXIES", proxies)).faults())
        .contains("TRUSTED_PROXIES must not hold every address in production");
  }

  @Test
  void refuse_what_contradicts_itself() {
    InvalidSettingsException refusal =
        refused(
            Map.of(
                "PORT", "9090",
                "MAIL_SINK", "smtp",
                "ADMIN_PASSWORD", "a long enough password",
                "DATABASE_USER", "somebody-else"));

    assertThat(refusal.faults()).hasSize(4);
  }

  @Test
  void ask_the_query_side_for_less() {
    Map<String, String> variables = TestSettings.variables();
    List.of("SECRET_KEY", "PASSWORD_PEPPER", "EMAIL_INDEX_KEY").forEach(variables::remove);

    Settings settings = Settings.read(TestSettings.environment(variables), Need.QUERY_SIDE);

    assertThat(settings.secrets().linkKey().bytes()).hasSize(32);
    assertThat(refusedWith(variables).faults()).hasSize(3);
  }

  @Test
  void refuse_one_secret_for_two_purposes() {
    Map<String, String> variables = TestSettings.variables();
    variables.put("LINK_KEY", variables.get("PII_KEK"));

    assertThat(refusedWith(variables).getMessage()).contains("LINK_KEY and PII_KEK are the same");
  }

  @Test
  void refuse_a_former_wrapping_key_that_is_the_current_one_or_another_secret() {
    Map<String, String> variables = TestSettings.variables();
    variables.put("PII_KEK_PREVIOUS", variables.get("PII_KEK") + "," + variables.get("LINK_KEY"));

    assertThat(refusedWith(variables).faults())
        .containsExactlyInAnyOrder(
            "PII_KEK_PREVIOUS repeats PII_KEK", "LINK_KEY and PII_KEK_PREVIOUS are the same");
  }

  @Test
  void hold_the_current_wrapping_key_first_and_then_the_former_ones(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("entrance"), "first\n");
    String former = TestSettings.variables().get("PII_KEK");

    Wrapping wrapping =
        read(Map.of(
                "PII_KEK",
                "vault:moltrail",
                "PII_KEK_PREVIOUS",
                former + ", vault:old",
                "VAULT_ADDR",
                "https://vault.example:8200",
                "VAULT_TOKEN_FILE",
                file.toString()))
            .wrapping();

    assertThat(wrapping.<Object>keys(secret -> secret, (vault, key) -> vault.address() + " " + key))
        .containsExactly(
            "https://vault.example:8200 moltrail",
            Secret.parse(former).orElseThrow(),
            "https://vault.example:8200 old");
    assertThat(wrapping.vault().orElseThrow().token().get()).isEqualTo("first");
    Files.writeString(file, "second\n");
    assertThat(wrapping.vault().orElseThrow().token().get()).as("renewed").isEqualTo("second");
    assertThat(wrapping.toString()).doesNotContain("second", former);
  }

  @Test
  void name_what_a_wrapping_key_in_vault_lacks() {
    assertThat(refused(Map.of("PII_KEK", "vault:moltrail")).faults())
        .containsExactly(
            "a wrapping key is in Vault but VAULT_ADDR is not set",
            "a wrapping key is in Vault but neither VAULT_TOKEN nor VAULT_TOKEN_FILE is set");
    assertThat(
            refused(
                    Map.of(
                        "PII_KEK_PREVIOUS", "vault:moltrail",
                        "VAULT_ADDR", "vault.example",
                        "VAULT_TOKEN_FILE", "/nowhere/at/all"))
                .faults())
        .containsExactly(
            "VAULT_ADDR is not an http or https address without path",
            "VAULT_TOKEN_FILE is not a file that can be read");
  }

  @Test
  void refuse_two_tokens_and_in_production_a_vault_that_others_can_hear(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("entrance"), "x");
    Map<String, String> vault =
        Map.of(
            "ENV", "production",
            "SMTP_URL", "smtps://mail.example",
            "PII_KEK", "vault:moltrail",
            "VAULT_ADDR", "http://vault.example",
            "VAULT_TOKEN", "x",
            "VAULT_TOKEN_FILE", file.toString());

    assertThat(refused(vault).faults())
        .containsExactly(
            "VAULT_TOKEN and VAULT_TOKEN_FILE are both set",
            "VAULT_ADDR must be an https address in production, unless it is on this machine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vault:", "vault:a/b", "vault:../sys", "vault:a b", "Vault:a"})
  void refuse_what_is_no_name_of_a_key_in_vault(String name) {
    assertThat(refused(Map.of("PII_KEK", name)).faults())
        .containsExactly("PII_KEK is not " + WrappingKey.FORM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "change-me-change-me-change-me-change-me-ok",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "abababababababababababababababababababababababababababababababab",
        "not base64 at all, but long enough to be a key, one would think"
      })
  void refuse_a_weak_secret(String weak) {
    assertThat(refused(Map.of("SECRET_KEY", weak)).getMessage())
        .contains("SECRET_KEY is not at least 32 random bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://u:p@db:5433/m?sslmode=require, jdbc:postgresql://db:5433/m?sslmode=require, u, p",
    "postgres://u:p%40%2F@db/m, jdbc:postgresql://db/m, u, p@/",
    "postgresql+psycopg2://u:p+q@db/m, jdbc:postgresql://db/m, u, p+q",
    "jdbc:postgresql://db/m?user=u&password=p&ssl=true, jdbc:postgresql://db/m?ssl=true, u, p",
    "jdbc:postgresql://db/m, jdbc:postgresql://db/m, '', ''"
  })
  void read_a_database_from_any_customary_form(
      String text, String url, String user, String password) {
    assertThat(Database.parse(text)).contains(new Database(url, user, password));
  }

  @Test
  void verify_the_certificate_of_a_distant_database_in_production() {
    Map<String, String> production =
        Map.of(
            "ENV", "production",
            "SMTP_URL", "smtps://mail.example",
            "DATABASE_URL", "postgresql://u:p@db/m",
            "READ_DATABASE_URL", "postgresql://u:p@localhost/m");

    assertThat(read(production).databases().required().url()).endsWith("?sslmode=verify-full");
    assertThat(read(production).databases().requiredForReading().url()).doesNotContain("sslmode");
  }

  @Test
  void end_a_start_with_the_sentence() {
    InvalidSettingsException refusal = refused(Map.of("ENV", "staging"));

    assertThat(
            new InvalidSettingsAnalyzer()
                .analyze(new IllegalStateException(refusal))
                .getDescription())
        .isEqualTo("Moltrail does not start because ENV is not one of development, production.");
  }

  private static Settings read(Map<String, String> changes) {
    Map<String, String> variables = new HashMap<>(TestSettings.variables());
    variables.putAll(changes);
    return Settings.read(TestSettings.environment(variables));
  }

  private static InvalidSettingsException refused(Map<String, String> changes) {
    Map<String, String> variables = new HashMap<>(TestSettings.variables());
    variables.putAll(changes);
    return refusedWith(variables);
  }

  private static InvalidSettingsException refusedWith(Map<String, String> variables) {
    return catchThrowableOfType(
        InvalidSettingsException.class, () -> Settings.read(TestSettings.environment(variables)));
  }
}
