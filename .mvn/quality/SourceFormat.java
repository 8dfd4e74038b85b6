import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds every Java file of the tree to google-java-format. The root pom runs it on the build's JDK:
 * checking looks at all files, writing at those that have changed since it last wrote.
 */
final class SourceFormat {

  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", "node_modules");

  /** Touched when all files were as they must be. */
  private static final Path WRITTEN = Path.of("target/tools/written");

  static void main(String[] mode) throws Exception {
    boolean write = mode[0].equals("write");
    List<String> files = javaFiles(write ? lastWritten() : FileTime.fromMillis(0));
    if (write && !files.isEmpty()) {
      // What one pass moves, another may still have to align.
      format(files, "--replace");
      format(files, "--replace");
    }
    if (files.isEmpty() || format(files, "--dry-run", "--set-exit-if-changed") == 0) {
      System.out.println(files.size() + " Java files are formatted.");
      if (write) {
        Files.writeString(WRITTEN, "");
      }
    } else {
      System.out.println("`mvn -N -Pformat process-sources` rewrites the files.");
      System.exit(1);
    }
  }

  private static FileTime lastWritten() throws IOException {
    return Files.exists(WRITTEN) ? Files.getLastModifiedTime(WRITTEN) : FileTime.fromMillis(0);
  }

  private static int format(List<String> files, String... options) throws Exception {
    List<String> call = new ArrayList<>(List.of(options));
    call.addAll(files);
    StringWriter differing = new StringWriter();
    int exit =
        new Main(new PrintWriter(differing), new PrintWriter(System.err, true), System.in)
            .format(call.toArray(String[]::new));
    differing.toString().lines().forEach(file -> System.out.println("not formatted: " + file));
    return exit;
  }

  private static List<String> javaFiles(FileTime since) throws IOException {
    List<String> files = new ArrayList<>();
    Files.walkFileTree(
        Path.of("."),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")
                && attributes.lastModifiedTime().compareTo(since) >= 0) {
              files.add(file.normalize().toString());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
