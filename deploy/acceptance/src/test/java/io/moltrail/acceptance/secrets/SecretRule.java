package io.moltrail.acceptance.secrets;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One kind of credential: where it stands in a line, and what makes it more than a placeholder. */
record SecretRule(String name, Pattern pattern, Predicate<String> isReal) {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?i)[$<{%]|\\.\\.\\.|xxx|\\*\\*\\*|change|example|placeholder|redacted");

  /** The first group, or all that matched when the pattern has none, is the credential. */
  static SecretRule of(String name, String pattern, Predicate<String> isReal) {
    return new SecretRule(name, Pattern.compile(pattern), isReal);
  }

  private static SecretRule certain(String name, String pattern) {
    return of(name, pattern, _ -> true);
  }

  Stream<String> secretsIn(String line) {
    return pattern
        .matcher(line)
        .results()
        .map(match -> match.groupCount() == 0 ? match.group() : match.group(1))
        .filter(isReal);
  }

  /** What counts anywhere in a file. */
  static Stream<SecretRule> anywhere() {
    return Stream.of(
        certain("private-key", "-----BEGIN [A-Z ]*PRIVATE KEY-----"),
        certain("aws-key", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
        certain("github-token", "\\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60})"),
        certain("gitlab-token", "\\bglpat-[A-Za-z0-9_-]{20}"),
        certain("npm-token", "\\bnpm_[A-Za-z0-9]{36}\\b"),
        certain("slack-token", "\\bxox[abeoprs]-[A-Za-z0-9-]{10,}"),
        certain("google-key", "\\bAIza[0-9A-Za-z_-]{35}"),
        certain("stripe-key", "\\b[rs]k_live_[0-9A-Za-z]{20,}"),
        certain("signed-token", "\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{20,}"),
        of(
            "password-in-url",
            "://[^\\s/:@'\"]*:(?!password@)([^\\s/@'\"]{4,})@",
            SecretRule::isNoPlaceholder),
        of(
            "random-value-of-a-secret",
            "(?i)(?:passw|secret|token|api.?key|pepper|kek|credential)[\\w.-]{0,30}[\"']?\\s{0,4}[:=(,]"
                + "\\s{0,4}[\"']?([A-Za-z0-9+/_=-]{20,})",
            Randomness::looksRandom));
  }

  /** What counts in a file of settings, where a value needs no quotes. */
  static Stream<SecretRule> inSettings() {
    return Stream.of(
        of(
            "secret-in-settings",
            "(?i)(?:passw(?:or)?d|secret(?:.key)?|pepper|token|kek)\\s*[:=]\\s*[\"']?([^\\s\"'#]{6,})",
            SecretRule::isNoPlaceholder));
  }

  private static boolean isNoPlaceholder(String value) {
    return !PLACEHOLDER.matcher(value).find();
  }
}
