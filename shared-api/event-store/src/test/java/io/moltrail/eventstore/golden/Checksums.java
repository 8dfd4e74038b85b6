package io.moltrail.eventstore.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** {@code SHA256SUMS} of the samples: a sample that is in the repository never changes. */
final class Checksums {

  private static final Path FILE = Sample.FOLDER.resolve("SHA256SUMS");

  private Checksums() {}

  static List<String> stored() {
    try {
      return Files.readAllLines(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code sha256sum} writes it. */
  static String line(Path sample) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(sample));
      String name = Sample.FOLDER.relativize(sample).toString().replace('\\', '/');
      return HexFormat.of().formatHex(hash) + "  " + name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static void add(Path sample) throws IOException {
    Files.writeString(
        FILE,
        line(sample) + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
