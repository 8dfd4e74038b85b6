package io.moltrail.acceptance.secrets;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads a text line by line with every rule that fits the kind of file. */
final class SecretScan {

  private static final Pattern SETTINGS =
      Pattern.compile(".*(\\.(env|properties|ya?ml|toml|ini|conf|cnf|sh)|\\.env[^/]*)");

  private SecretScan() {}

  static List<Finding> scan(String path, String text) {
    List<SecretRule> rules = rulesFor(path);
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
        .boxed()
        .flatMap(
            index ->
                rules.stream()
                    .flatMap(
                        rule ->
                            rule.secretsIn(lines.get(index))
                                .map(it -> Finding.of(path, index + 1, rule.name(), it))))
        .toList();
  }

  private static List<SecretRule> rulesFor(String path) {
    return SETTINGS.matcher(path).matches()
        ? Stream.concat(SecretRule.anywhere(), SecretRule.inSettings()).toList()
        : SecretRule.anywhere().toList();
  }
}
