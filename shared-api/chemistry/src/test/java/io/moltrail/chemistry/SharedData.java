package io.moltrail.chemistry;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Real molecules that lie beside the checkout in {@code shared/data} and are never part of it. */
final class SharedData {

  private SharedData() {}

  /**
   * The lines of a file, unzipped when its name says so; skips the test when the file is not there.
   */
  static List<String> lines(String name) throws IOException {
    Path file = find(name);
    assumeTrue(Files.isRegularFile(file), () -> "no shared/data/" + name + " beside the checkout");
    try (var bytes = Files.newInputStream(file);
        var reader =
            new BufferedReader(
                new InputStreamReader(
                    name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                    StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static Path find(String name) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("shared/data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    return Path.of("shared/data", name);
  }
}
