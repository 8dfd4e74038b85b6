package io.moltrail.web.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Enters Vault. It is read when it is needed, and never printed. */
public final class VaultToken implements Supplier<String> {

  private final Supplier<String> source;

  private VaultToken(Supplier<String> source) {
    this.source = source;
  }

  static VaultToken given(String token) {
    return new VaultToken(() -> token);
  }

  /** Read each time: Vault Agent renews the token by writing the file anew. */
  static VaultToken in(Path file) {
    return new VaultToken(() -> read(file));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String get() {
    return source.get();
  }

  @Override
  public String toString() {
    return "(a token)";
  }
}
