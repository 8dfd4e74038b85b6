package io.moltrail.eventstore.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes readers when a commit is announced. While committed rows are hidden behind the horizon it
 * wakes them again after 1, 2, 4 .. 50 ms: without that, a wake that came too early would be lost.
 */
public final class LogListener implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LogListener.class);
  private static final int POLL_MILLIS = 500;
  private static final long RECONNECT_MILLIS = 1000;
  private static final long LONGEST_WAIT_MILLIS = 50;

  private final DataSource dataSource;
  private final EventLog log;
  private final Runnable wake;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final AtomicBoolean looking = new AtomicBoolean();
  private final ScheduledExecutorService lookAgain =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("log-horizon").daemon().factory());
  private final Thread thread;

  /**
   * @param dataSource gives one connection of its own to listen on
   */
  public LogListener(DataSource dataSource, EventLog log, Runnable wake) {
    this.dataSource = dataSource;
    this.log = log;
    this.wake = wake;
    this.thread = Thread.ofPlatform().name("log-listener").daemon().start(this::run);
  }

  /** A commit happened in this process or was announced by another. */
  public void committed() {
    wakeReaders();
    lookAgainAfter(1);
  }

  /** Whatever a reader does, those who announce and listen go on. */
  private void wakeReaders() {
    try {
      wake.run();
    } catch (RuntimeException e) {
      LOG.error("A reader of the log could not be woken", e);
    }
  }

  private void lookAgainAfter(long millis) {
    if (open.get() && looking.compareAndSet(false, true)) {
      try {
        lookAgain.schedule(() -> look(millis), millis, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        LOG.debug("closed meanwhile", e);
      }
    }
  }

  private void look(long waited) {
    looking.set(false);
    boolean hidden = hidesEvents();
    wakeReaders();
    if (hidden) {
      lookAgainAfter(Math.min(waited * 2, LONGEST_WAIT_MILLIS));
    }
  }

  private boolean hidesEvents() {
    try {
      return log.hidesEvents();
    } catch (RuntimeException e) {
      LOG.debug("The horizon could not be read", e);
      return false;
    }
  }

  private void run() {
    while (open.get()) {
      try (Connection connection = dataSource.getConnection();
          Statement statement = connection.createStatement()) {
        connection.setAutoCommit(true);
        statement.execute("listen " + LogAnnouncer.CHANNEL);
        committed();
        listen(connection.unwrap(PGConnection.class));
      } catch (SQLException | RuntimeException e) {
        pauseBeforeReconnecting(e);
      }
    }
  }

  private void listen(PGConnection connection) throws SQLException {
    while (open.get()) {
      var notifications = connection.getNotifications(POLL_MILLIS);
      if (notifications != null && notifications.length > 0) {
        committed();
      }
    }
  }

  private void pauseBeforeReconnecting(Exception cause) {
    if (open.get()) {
      LOG.warn("The log's announcements are not heard; polling until they are again", cause);
      try {
        TimeUnit.MILLISECONDS.sleep(RECONNECT_MILLIS);
      } catch (InterruptedException e) {
        open.set(false);
      }
    }
  }

  @Override
  public void close() {
    open.set(false);
    thread.interrupt();
    lookAgain.shutdownNow();
  }
}
