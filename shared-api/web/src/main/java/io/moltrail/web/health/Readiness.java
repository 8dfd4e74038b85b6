package io.moltrail.web.health;

import io.moltrail.web.ReadinessCheck;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the checks said last; nobody who asks has to wait for them. */
final class Readiness {

  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  private final List<BoundedCheck> checks;
  private volatile boolean ready;

  Readiness(List<ReadinessCheck> checks) {
    this.checks = checks.stream().map(BoundedCheck::new).toList();
  }

  boolean ready() {
    return ready;
  }

  /** Asks all checks at once. */
  void round() {
    checks.forEach(BoundedCheck::start);
    List<String> down = checks.stream().filter(it -> !it.passed()).map(BoundedCheck::name).toList();
    boolean now = down.isEmpty();
    if (ready != now) {
      LOG.info(now ? "ready" : "not ready: {}", String.join(", ", down));
    }
    ready = now;
  }

  void leave() {
    ready = false;
  }
}
