package io.moltrail.acceptance.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What git tracks, and what it would track with the next {@code git add}. */
final class TrackedFiles {

  private final Path root;

  private TrackedFiles(Path root) {
    this.root = root;
  }

  static TrackedFiles ofThisTree() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return new TrackedFiles(folder);
  }

  Stream<String> paths() throws IOException {
    Process git =
        new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String listed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Stream.of(listed.split("\0")).filter(path -> !path.isEmpty());
  }

  /** Nothing for a file that is no text, or that is deleted and not yet committed so. */
  Optional<String> text(String path) {
    try {
      Path file = root.resolve(path);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return Optional.of(text).filter(it -> it.indexOf('\0') < 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
