package io.moltrail.command.account;

import io.moltrail.web.security.Revocations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what Redis knows of ended sessions with the database, several times a second: Redis may
 * have been away when it was told, or have lost it since, and an ended session must not come back
 * to life. As long as nobody does this, all nodes ask the database.
 */
final class RevocationReminder implements AutoCloseable {

  /** A token's life, and as much as a verifier's clock may be behind. */
  static final Duration KEPT = AccessTokenSigner.LIFE.plusMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(RevocationReminder.class);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** Longer than a transaction lasts (30 s), and clocks of nodes differ. */
  private static final Duration LATELY = Duration.ofMinutes(1);

  private final Sessions sessions;
  private final Revocations revocations;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("revocations").daemon().factory());
  private Set<UUID> told = Set.of();
  private boolean failing;

  RevocationReminder(Sessions sessions, Revocations revocations, InstantSource clock) {
    this.sessions = sessions;
    this.revocations = revocations;
    this.clock = clock;
  }

  void start() {
    timer.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      remind();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("Redis cannot be told now which sessions have ended; nodes ask the database", e);
      }
      failing = true;
    }
  }

  void remind() {
    Instant now = clock.instant();
    Map<UUID, Instant> ended = sessions.revokedSince(now.minus(LATELY));
    Map<UUID, Instant> news = new HashMap<>(ended);
    news.keySet().removeAll(told);
    boolean knows =
        revocations
            .confirm(running(news, now), believed(now))
            .filter(knewTheOthers -> knewTheOthers || restore())
            .isPresent();
    told = knows ? Set.copyOf(ended.keySet()) : Set.of();
  }

  private boolean restore() {
    Instant now = clock.instant();
    Map<UUID, Instant> all = sessions.revokedSince(now.minus(KEPT));
    return revocations.confirmAll(running(all, now), believed(now)).orElse(false);
  }

  /** How long access tokens of each can still run. */
  private static Map<String, Duration> running(Map<UUID, Instant> ended, Instant now) {
    Map<String, Duration> running = new HashMap<>();
    ended.forEach(
        (session, at) -> running.put(session.toString(), KEPT.minus(Duration.between(at, now))));
    return running;
  }

  /** Counted from when the database was asked, lest a pause of this process makes it longer. */
  private Duration believed(Instant asked) {
    Duration left = Revocations.BELIEVED.minus(Duration.between(asked, clock.instant()));
    return left.isPositive() ? left : Duration.ofMillis(1);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
