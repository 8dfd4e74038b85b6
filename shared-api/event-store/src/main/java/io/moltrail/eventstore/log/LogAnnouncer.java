package io.moltrail.eventstore.log;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Announces commits to other processes by NOTIFY. One thread sends, after the commit, once for all
 * commits since it last sent: NOTIFY inside the append transaction would serialise commits.
 */
public final class LogAnnouncer implements AutoCloseable {

  /** The channel that readers listen to. */
  static final String CHANNEL = "moltrail_log";

  private static final Logger LOG = LoggerFactory.getLogger(LogAnnouncer.class);

  private final JdbcTemplate jdbc;
  private final Semaphore pending = new Semaphore(0);
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Thread thread;

  public LogAnnouncer(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.thread = Thread.ofPlatform().name("log-announcer").daemon().start(this::run);
  }

  public void committed() {
    pending.release();
  }

  private void run() {
    while (open.get()) {
      try {
        pending.acquire();
        pending.drainPermits();
        announce();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void announce() {
    try {
      jdbc.query("select pg_notify(?, '')", row -> {}, CHANNEL);
    } catch (DataAccessException e) {
      LOG.warn("A commit could not be announced; readers will find it when they look", e);
    }
  }

  @Override
  public void close() {
    open.set(false);
    thread.interrupt();
  }
}
