package io.moltrail.query.platform.database;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Waits until another process has made what this one reads: the log and the key views are the
 * command side's to make, and in production the read tables are a migration job's.
 */
public final class SchemaCheck {

  static final List<String> OF_THE_LOG =
      List.of("log.event", "log.data_key", "command.public_signing_key", "command.revoked_session");
  static final List<String> OF_READING =
      List.of("query.live_view", "read_a.parked_event", "read_b.parked_event");

  private static final Logger LOG = LoggerFactory.getLogger(SchemaCheck.class);
  private static final long LOOK_AGAIN_MILLIS = 250;

  private final JdbcClient log;
  private final JdbcClient read;
  private final Duration patience;

  SchemaCheck(JdbcClient log, JdbcClient read, Duration patience) {
    this.log = log;
    this.read = read;
    this.patience = patience;
  }

  /**
   * @throws SchemaMissingException with a sentence for the operator
   */
  public void await() {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<String> missing = missing();
    while (missing.isPresent()) {
      if (System.nanoTime() > deadline) {
        throw new SchemaMissingException(missing.get(), patience);
      }
      LOG.debug("waiting for {}", missing.get());
      pause();
      missing = missing();
    }
  }

  private Optional<String> missing() {
    return firstMissing(log, OF_THE_LOG).or(() -> firstMissing(read, OF_READING));
  }

  private static Optional<String> firstMissing(JdbcClient jdbc, List<String> tables) {
    return tables.stream().filter(table -> !exists(jdbc, table)).findFirst();
  }

  /**
   * A schema that may not be entered yet counts as missing, like a database that does not answer.
   */
  private static boolean exists(JdbcClient jdbc, String table) {
    try {
      return jdbc.sql("select to_regclass(?) is not null")
          .param(table)
          .query(Boolean.class)
          .single();
    } catch (DataAccessException e) {
      LOG.debug("{} cannot be seen", table, e);
      return false;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the schemas", e);
    }
  }

  /** What is not there, and who makes it. */
  public static final class SchemaMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaMissingException(String table, Duration patience) {
      super(
          "After %d s, %s is still not there, or the query role may not read it. %s"
              .formatted(patience.toSeconds(), table, maker(table)));
    }

    private static String maker(String table) {
      return OF_READING.contains(table)
          ? "Set MIGRATION_DATABASE_URL to the migrator's address, or run the migrations of the"
              + " query side first."
          : "The command side's migrations make it: start the command side, or run them first, on"
              + " DATABASE_URL.";
    }
  }
}
