package io.moltrail.query.platform.freshness;

import io.moltrail.query.platform.database.LiveView;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.projection.LiveProjection;
import io.moltrail.query.platform.projection.Progress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Starts the query side once everything has been made, in the standalone the command side too, and
 * before the first request is let in: once the databases have been checked, starts to follow the
 * log.
 */
final class QueryStart implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(QueryStart.class);
  private static final long LOOK_MILLIS = 200;

  private final StartChecks checks;
  private final LiveView live;
  private final LiveProjection projection;
  private final Freshness freshness;
  private final LagWatch lag;
  private final Progress progress;
  private @Nullable ScheduledExecutorService watching;

  QueryStart(
      StartChecks checks,
      LiveView live,
      LiveProjection projection,
      Freshness freshness,
      LagWatch lag,
      Progress progress) {
    this.checks = checks;
    this.live = live;
    this.projection = projection;
    this.freshness = freshness;
    this.lag = lag;
    this.progress = progress;
  }

  @Override
  public void start() {
    projection.start(checks.pass());
    watching =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("query-lag").daemon().factory());
    watching.scheduleWithFixedDelay(this::watch, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void watch() {
    ReadSchema schema = live.current();
    try {
      freshness.lookAround(schema);
      if (lag.lag(schema).isZero()) {
        progress.caughtUp();
      }
    } catch (DataAccessException e) {
      LOG.warn("How far the read tables are cannot be told: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("The watch over the read tables failed", e);
    }
  }

  @Override
  public void stop() {
    if (watching != null) {
      watching.shutdownNow();
      watching = null;
    }
    projection.stop();
  }

  @Override
  public boolean isRunning() {
    return watching != null;
  }

  /** Before the web server, which lets requests in. */
  @Override
  public int getPhase() {
    return 0;
  }
}
