package io.moltrail.inventory;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Source code, read by the JDK's own compiler, so that a log statement is known by its type and not
 * by its looks.
 */
final class Sources {

  private Sources() {}

  /** Everything that runs in production, whatever its module. */
  static List<JavaFileObject> ofThisRepository() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> files = Files.walk(Repository.root())) {
      List<Path> main =
          files.filter(it -> it.toString().matches(".*/src/main/java/.*\\.java")).toList();
      List<JavaFileObject> sources = new ArrayList<>();
      compiler
          .getStandardFileManager(null, null, null)
          .getJavaFileObjectsFromPaths(main)
          .forEach(sources::add);
      return sources;
    }
  }

  static JavaFileObject sample(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  /**
   * What the sources write into logs and onto the terminal.
   *
   * @throws IllegalStateException when they do not compile on the class path of this test, or log
   *     in a way that the walk does not understand
   */
  static List<Place> logged(List<JavaFileObject> sources) {
    DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, faults, options(), null, sources);
    List<CompilationUnitTree> units = new ArrayList<>();
    try {
      task.parse().forEach(units::add);
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    refuse(faults);
    LogScanner scanner = new LogScanner(task);
    List<Place> found = new ArrayList<>();
    units.forEach(unit -> scanner.scan(unit, found));
    return found;
  }

  private static List<String> options() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return List.of("-proc:none", "-implicit:none", "-Xlint:none", "-cp", classPath);
  }

  private static void refuse(DiagnosticCollector<JavaFileObject> faults) {
    faults.getDiagnostics().stream()
        .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
        .findFirst()
        .ifPresent(
            it -> {
              throw new IllegalStateException(
                  "The sources cannot be read; does this module lack a dependency? " + it);
            });
  }
}
