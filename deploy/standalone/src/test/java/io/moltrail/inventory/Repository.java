package io.moltrail.inventory;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of this repository are, from wherever the tests run. */
final class Repository {

  private Repository() {}

  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  static Path inventory() {
    return root().resolve("deploy/inventory");
  }
}
