package io.moltrail.standalone.embedded;

import java.nio.file.Path;

/** Two Moltrails never share a data folder: the second one is told so and starts nothing. */
public final class DataFolderInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DataFolderInUseException(Path folder, String process) {
    super(
        "The data folder "
            + folder
            + " is in use by another Moltrail (process "
            + process
            + "). Stop it, or set DATA_DIR to another folder.");
  }
}
