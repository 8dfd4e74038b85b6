package io.moltrail.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the same {@link Installation}, or the same {@link TwoProcesses}, to every class that asks
 * for one, because each start takes long. A class that stops it or that uses up what an address may
 * do has one of its own. What failed in it fails the class that was running.
 */
final class Shared implements ParameterResolver, AfterAllCallback {

  private static final Namespace NAMESPACE = Namespace.create(Shared.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Installation.class || type == TwoProcesses.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Installation.class
        ? one(Installation.class, Installation::in, context)
        : one(TwoProcesses.class, TwoProcesses::in, context);
  }

  /** The root's store closes what it holds after the last class of all. */
  private static Running one(
      Class<?> type, Function<Path, Running> start, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(type, ignored -> Started.by(start), Started.class)
        .running();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    for (Class<?> type : List.of(Installation.class, TwoProcesses.class)) {
      Started started = context.getRoot().getStore(NAMESPACE).get(type, Started.class);
      if (started != null) {
        started.running().requireNoFailure();
      }
    }
  }

  private record Started(Running running, Path folder) implements AutoCloseable {

    static Started by(Function<Path, Running> start) {
      try {
        Path folder = Files.createTempDirectory("moltrail-shared-");
        return new Started(start.apply(folder), folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      running.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
