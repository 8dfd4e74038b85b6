package io.moltrail.standalone.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/**
 * The binaries of PostgreSQL and Redis, unpacked from the class path into the data folder once per
 * version. That every process of ours runs from below this folder is also how a process is
 * recognised as ours.
 */
final class Programs {

  private final Path folder;

  Programs(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** The folder that holds PostgreSQL's {@code bin}, {@code lib} and {@code share}. */
  Path postgres() throws IOException {
    byte[] archive;
    try (InputStream in =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            system(), System.getProperty("os.arch"))) {
      archive = in.readAllBytes();
    }
    Path home = folder.resolve("postgres-" + fingerprint(archive));
    if (!Files.isDirectory(home)) {
      OwnerOnly.delete(folder); // an earlier version's programs
      Path draft = emptyDraft();
      unpack(archive, draft);
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return home;
  }

  Path redis() throws IOException {
    String name =
        ExecutableProvider.newProvidedVersionsMap().get(OsArchitecture.detectOSandArchitecture());
    if (name == null) {
      throw new IllegalStateException(
          "No Redis for this system is on the class path; set REDIS_URL to one of yours.");
    }
    Path program = folder.resolve(Path.of(name).getFileName());
    if (!Files.isExecutable(program)) {
      Path draft = emptyDraft();
      Path unpacked = ExecutableProvider.newJarResourceProvider(draft.toFile()).get().toPath();
      Files.move(unpacked, program, StandardCopyOption.ATOMIC_MOVE);
      OwnerOnly.delete(draft);
    }
    return program;
  }

  private Path emptyDraft() throws IOException {
    Path draft = folder.resolve("draft");
    OwnerOnly.delete(draft);
    return OwnerOnly.folder(draft);
  }

  private static void unpack(byte[] archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, target.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void unpack(InputStream content, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, path);
      if (path.getParent().endsWith("bin") && !path.toFile().setExecutable(true, true)) {
        throw new IOException("Cannot make " + path + " executable");
      }
    }
  }

  private static String fingerprint(byte[] archive) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return "Darwin";
    }
    return name.startsWith("windows") ? "Windows" : "Linux";
  }
}
