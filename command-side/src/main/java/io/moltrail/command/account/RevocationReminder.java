package io.moltrail.command.account;

import io.moltrail.web.security.Revocations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells Redis again which sessions have ended while their access tokens can still run: Redis may
 * have been away when it was told, or have lost it since, and an ended session must not come back
 * to life.
 */
final class RevocationReminder {

  /** A token's life, and as much as a verifier's clock may be behind. */
  static final Duration KEPT = AccessTokenSigner.LIFE.plusMinutes(1);

  private final Sessions sessions;
  private final Revocations revocations;
  private final InstantSource clock;

  RevocationReminder(Sessions sessions, Revocations revocations, InstantSource clock) {
    this.sessions = sessions;
    this.revocations = revocations;
    this.clock = clock;
  }

  void remind() {
    Instant now = clock.instant();
    sessions
        .revokedSince(now.minus(KEPT))
        .forEach(
            (session, at) ->
                revocations.revoke(session.toString(), KEPT.minus(Duration.between(at, now))));
  }
}
