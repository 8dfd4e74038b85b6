package io.moltrail.command.account;

import io.moltrail.command.platform.Rights;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.problems.Unauthenticated;
import io.moltrail.web.security.CallerAddress;
import io.moltrail.web.security.Revocations;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Goes on with sessions and ends them. An ended session's access tokens stop at once, on every
 * node.
 */
final class SessionDesk {

  private final Sessions sessions;
  private final RefreshTokens refreshTokens;
  private final AccessTokenSigner accessTokens;
  private final Rights rights;
  private final Revocations revocations;
  private final NewestEvents newest;
  private final SecurityEvents events;
  private final TransactionOperations transactions;

  SessionDesk(
      Sessions sessions,
      RefreshTokens refreshTokens,
      AccessTokenSigner accessTokens,
      Rights rights,
      Revocations revocations,
      NewestEvents newest,
      SecurityEvents events,
      TransactionOperations transactions) {
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.accessTokens = accessTokens;
    this.rights = rights;
    this.revocations = revocations;
    this.newest = newest;
    this.events = events;
    this.transactions = transactions;
  }

  LoggedIn refresh(OpaqueToken token, CallerAddress from) {
    Rotation rotation =
        Objects.requireNonNull(transactions.execute(ignored -> refreshTokens.rotate(token)));
    return switch (rotation) {
      case Rotation.Rotated(Session session, OpaqueToken next) -> goOn(session, next, from);
      case Rotation.Reused(Session session) -> {
        end(session.id(), session.user(), SecurityEvent.TOKEN_REUSE, from);
        throw refused();
      }
      case Rotation.Refused() -> throw refused();
    };
  }

  private LoggedIn goOn(Session session, OpaqueToken next, CallerAddress from) {
    if (!rights.active(session.user())) {
      end(session.id(), session.user(), SecurityEvent.TOKEN_REVOKED, from);
      throw refused();
    }
    return new LoggedIn(
        TokenAnswer.of(session, accessTokens.issue(session), next),
        newest.of(session.user()),
        Optional.empty());
  }

  void logout(UUID session, UserId user, CallerAddress from) {
    end(session, user, SecurityEvent.TOKEN_REVOKED, from);
  }

  private void end(UUID session, UserId user, SecurityEvent event, CallerAddress from) {
    transactions.executeWithoutResult(
        ignored -> {
          if (sessions.revoke(session)) {
            events.record(event, Optional.of(user), from);
          }
        });
    revocations.revoke(session.toString(), RevocationReminder.KEPT);
  }

  private static Unauthenticated refused() {
    return new Unauthenticated(
        "invalid-refresh-token", "The refresh token is not valid any more; log in again.");
  }
}
