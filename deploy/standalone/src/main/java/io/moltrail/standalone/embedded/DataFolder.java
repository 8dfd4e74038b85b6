package io.moltrail.standalone.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The data folder, held by this process alone until it is closed or dies. */
final class DataFolder implements AutoCloseable {

  /**
   * Closing any channel on a file drops all locks that the process has on it, so the same JVM must
   * not open it twice.
   */
  private static final Set<Path> HELD_BY_THIS_JVM = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lockFile;

  private DataFolder(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  static DataFolder take(Path folder) throws IOException {
    Path path = OwnerOnly.folder(folder.toAbsolutePath());
    if (!HELD_BY_THIS_JVM.add(path)) {
      throw new DataFolderInUseException(path, String.valueOf(ProcessHandle.current().pid()));
    }
    try {
      return new DataFolder(path, lock(path));
    } catch (IOException | RuntimeException failure) {
      HELD_BY_THIS_JVM.remove(path);
      throw failure;
    }
  }

  Path path() {
    return path;
  }

  /** A folder inside, made when missing. */
  Path folder(String name) throws IOException {
    return OwnerOnly.folder(path.resolve(name));
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
    HELD_BY_THIS_JVM.remove(path);
  }

  private static FileChannel lock(Path folder) throws IOException {
    Path file = folder.resolve("lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new DataFolderInUseException(folder, holder(file));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid().getBytes(StandardCharsets.US_ASCII)));
      return channel;
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  private static String holder(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      return "unknown";
    }
  }

  private static String pid() {
    return ProcessHandle.current().pid() + "\n";
  }
}
