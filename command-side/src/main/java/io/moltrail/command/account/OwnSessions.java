package io.moltrail.command.account;

import io.moltrail.messages.Id;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.pages.Cursors;
import io.moltrail.web.pages.Page;
import io.moltrail.web.pages.PageRequest;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import io.moltrail.web.security.Revocations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/** Shows users where they are logged in, and lets them end that. */
final class OwnSessions {

  private final Sessions sessions;
  private final Cursors cursors;
  private final Revocations revocations;
  private final SecurityEvents events;
  private final TransactionOperations transactions;

  OwnSessions(
      Sessions sessions,
      Cursors cursors,
      Revocations revocations,
      SecurityEvents events,
      TransactionOperations transactions) {
    this.sessions = sessions;
    this.cursors = cursors;
    this.revocations = revocations;
    this.events = events;
    this.transactions = transactions;
  }

  /** The newest first. */
  Page<SessionResource> page(Caller caller, PageRequest request) {
    Optional<UUID> before = request.cursorPayload().map(UUID::fromString);
    List<Sessions.Live> rows = sessions.live(caller.user(), before, request.limit() + 1);
    List<Sessions.Live> shown = rows.subList(0, Math.min(rows.size(), request.limit()));
    return new Page<>(
        shown.stream().map(it -> resource(it, caller)).toList(),
        rows.size() > shown.size() ? cursors.seal(shown.getLast().id().toString()) : null,
        request.total() ? sessions.countLive(caller.user()) : null);
  }

  private static SessionResource resource(Sessions.Live session, Caller caller) {
    String id = session.id().toString();
    return new SessionResource(
        id,
        session.createdAt(),
        session.lastUsedAt(),
        session.expiresAt(),
        id.equals(caller.sessionId()));
  }

  /**
   * @throws Refusal.NotFound when there is none, it is another's, or it has ended
   */
  void end(String session, UserId user, CallerAddress from) {
    UUID id = Id.parse(session).orElseThrow(Refusal.NotFound::new);
    List<UUID> ended = end(() -> sessions.revokeLive(user, id), user, from);
    if (ended.isEmpty()) {
      throw new Refusal.NotFound();
    }
  }

  void endAll(UserId user, CallerAddress from) {
    end(() -> sessions.revokeAll(user), user, from);
  }

  private List<UUID> end(Supplier<List<UUID>> revoking, UserId user, CallerAddress from) {
    List<UUID> ended =
        Objects.requireNonNull(
            transactions.execute(
                ignored -> {
                  List<UUID> revoked = revoking.get();
                  revoked.forEach(
                      it -> events.record(SecurityEvent.TOKEN_REVOKED, Optional.of(user), from));
                  return revoked;
                }));
    ended.forEach(it -> revocations.revoke(it.toString(), RevocationReminder.KEPT));
    return ended;
  }
}
