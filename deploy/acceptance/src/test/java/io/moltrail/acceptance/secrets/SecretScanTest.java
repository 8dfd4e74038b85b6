package io.moltrail.acceptance.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Planted credentials are written in two halves, so that the scan does not find them here. */
class SecretScanTest {

  private static final String RANDOM = "q7Zt0vK3xW9bN2mR5cY8" + "pL4sD6fG1hJ0aE3uT7iO9w";

  @Test
  void noTrackedFileHoldsACredential() throws IOException {
    AllowedSecrets allowed = AllowedSecrets.reviewed();
    TrackedFiles files = TrackedFiles.ofThisTree();

    List<String> paths = files.paths().toList();
    List<Finding> findings =
        paths.stream()
            .flatMap(path -> files.text(path).stream().map(text -> SecretScan.scan(path, text)))
            .flatMap(List::stream)
            .toList();

    assertThat(paths).as("files that git tracks").contains("pom.xml");
    assertThat(findings).filteredOn(it -> !allowed.allows(it)).isEmpty();
    assertThat(allowed.unusedBy(findings)).as("allowances without a secret").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "private-key, -----BEGIN EC PRIV, ATE KEY-----",
    "private-key, -----BEGIN PRIV, ATE KEY-----",
    "aws-key, AKIA, IOSFODNN7EXAMPLE",
    "github-token, ghp_, 0123456789abcdefghijABCDEFGHIJ012345",
    "gitlab-token, glpat-, 0123456789abcdefghij",
    "npm-token, npm_, 0123456789abcdefghijABCDEFGHIJ012345",
    "slack-token, xoxb-, 0123456789-abcdef",
    "google-key, AIza, 0123456789abcdefghijABCDEFGHIJ01234",
    "stripe-key, sk_live_, 0123456789abcdefghij",
    "signed-token, eyJhbGciOiJFUzI1NiJ9, .eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJlLXNpZ25hdHVyZQ",
    "password-in-url, postgres://moltrail:, hunter22@db/moltrail",
  })
  void aPlantedCredentialIsFound(String rule, String half, String otherHalf) {
    assertThat(SecretScan.scan("Sample.java", "var it = \"" + half + otherHalf + "\";"))
        .extracting(Finding::rule)
        .containsExactly(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String SIGNING_SECRET = \"%s\";",
        "apiKey: %s",
        "export MOLTRAIL_TOKEN=%s",
        "{\"password\": \"%s\"}",
        "setPassword(\"%s\")"
      })
  void aRandomValueOfASecretIsFound(String line) {
    assertThat(SecretScan.scan("Sample.java", line.formatted(RANDOM))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"application.yaml, 'password: ', hunter22", ".env.example, SECRET_KEY=, tooSimple"})
  void settingsHoldNotEvenASimplePassword(String path, String half, String otherHalf) {
    assertThat(SecretScan.scan(path, half + otherHalf))
        .extracting(Finding::rule)
        .containsExactly("secret-in-settings");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sample.java|String token = tokens.newConsistencyToken(place);",
        "Sample.java|String password = \"correct horse battery staple\";",
        "Sample.java|private static final String TOKEN_HEADER = \"Moltrail-Consistency-Token\";",
        "application.yaml|password: ${DATABASE_PASSWORD}",
        ".env.example|SECRET_KEY=<32 bytes, base64>",
        "README.md|postgresql://user:password@host/database",
        "README.md|DATABASE_URL=postgresql://user:${DATABASE_PASSWORD}@localhost/moltrail"
      })
  void wordsAndPlaceholdersAreNoCredentials(String path, String line) {
    assertThat(SecretScan.scan(path, line)).isEmpty();
  }

  @Test
  void aReportDoesNotRepeatTheCredential() {
    assertThat(SecretScan.scan("Sample.java", "secret = \"" + RANDOM + "\""))
        .singleElement()
        .asString()
        .doesNotContain(RANDOM);
  }

  @Test
  void anAllowanceHoldsForOneCredentialInOneFile() {
    Finding finding = Finding.of("Sample.java", 7, "aws-key", "one");
    AllowedSecrets allowed =
        new AllowedSecrets(
            List.of("Sample.java aws-key " + finding.fingerprint() + " # a published example"));

    assertThat(allowed.allows(finding)).isTrue();
    assertThat(allowed.allows(Finding.of("Sample.java", 7, "aws-key", "another"))).isFalse();
    assertThat(allowed.allows(Finding.of("Other.java", 7, "aws-key", "one"))).isFalse();
  }

  @Test
  void anAllowanceNeedsAReason() {
    List<String> lines = List.of("Sample.java aws-key 0123456789ab #");
    assertThatThrownBy(() -> new AllowedSecrets(lines)).hasMessageContaining("reason");
  }
}
