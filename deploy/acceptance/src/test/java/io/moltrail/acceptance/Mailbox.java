package io.moltrail.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder into which the {@code file} sink puts mails. */
final class Mailbox {

  private static final Pattern TOKEN = Pattern.compile("(?m)^([A-Za-z0-9_-]{43})\\r?$");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;

  private Mailbox(Path folder) {
    this.folder = folder;
  }

  static Mailbox in(Path folder) {
    return new Mailbox(folder);
  }

  /** Waits for a mail to this address and takes the token out of it. */
  String tokenFor(String address) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      Optional<String> token = find(address);
      if (token.isPresent()) {
        return token.get();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    throw new AssertionError("no mail came");
  }

  private Optional<String> find(String address) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> mails = Files.list(folder)) {
      return mails
          .filter(mail -> mail.toString().endsWith(".eml"))
          .map(Mailbox::read)
          .filter(mail -> mail.contains(address))
          .map(TOKEN::matcher)
          .filter(Matcher::find)
          .map(matcher -> matcher.group(1))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path mail) {
    try {
      return Files.readString(mail);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
