package io.moltrail.acceptance.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The reviewed list: {@code path rule fingerprint # reason}, one a line. */
final class AllowedSecrets {

  private static final Pattern ENTRY = Pattern.compile("(\\S+) (\\S+) ([0-9a-f]{12}) # (\\S.{9,})");

  private final Set<Entry> entries;

  AllowedSecrets(List<String> lines) {
    entries =
        lines.stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(AllowedSecrets::entry)
            .collect(Collectors.toUnmodifiableSet());
  }

  static AllowedSecrets reviewed() {
    try (InputStream list = AllowedSecrets.class.getResourceAsStream("/secrets-allowed.txt")) {
      return new AllowedSecrets(
          new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean allows(Finding finding) {
    return entries.contains(Entry.of(finding));
  }

  /** Entries whose secret is gone: an allowance must not outlive its reason. */
  List<String> unusedBy(List<Finding> findings) {
    Set<Entry> used = findings.stream().map(Entry::of).collect(Collectors.toSet());
    return entries.stream().filter(it -> !used.contains(it)).map(Entry::toString).toList();
  }

  private static Entry entry(String line) {
    Matcher matcher = ENTRY.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no `path rule fingerprint # reason`: " + line);
    }
    return new Entry(matcher.group(1), matcher.group(2), matcher.group(3));
  }

  private record Entry(String path, String rule, String fingerprint) {
    static Entry of(Finding finding) {
      return new Entry(finding.path(), finding.rule(), finding.fingerprint());
    }
  }
}
