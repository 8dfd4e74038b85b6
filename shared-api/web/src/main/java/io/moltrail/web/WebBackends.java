package io.moltrail.web;

import java.util.List;

/** What the edge needs from the side or sides behind it. */
public record WebBackends(
    Callers callers,
    VerificationKeys keys,
    RevokedSessions revoked,
    List<ReadinessCheck> readiness) {

  public WebBackends {
    readiness = List.copyOf(readiness);
  }
}
