package io.moltrail.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Real molecules beside the checkout; without them a test is skipped and says so. */
final class SharedData {

  private SharedData() {}

  /** The SMILES column of the MoleculeNet lipophilicity set, in the file's order. */
  static List<String> lipophilicity() {
    Path file = find("moleculenet/Lipophilicity.csv.gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path find(String name) {
    Optional<Path> found =
        Stream.iterate(Path.of("").toAbsolutePath(), it -> it != null, Path::getParent)
            .map(folder -> folder.resolve("shared/data").resolve(name))
            .filter(Files::exists)
            .findFirst();
    Assumptions.assumeTrue(
        found.isPresent(), () -> "shared/data/" + name + " is not beside the checkout");
    return found.orElseThrow();
  }
}
