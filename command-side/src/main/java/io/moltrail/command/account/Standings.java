package io.moltrail.command.account;

import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Receipt;
import io.moltrail.command.platform.Rights;
import io.moltrail.eventstore.envelope.Envelopes.Envelope;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.UserCommand;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import io.moltrail.web.security.Revocations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What administrators decide about users who stay: tier and roles, which are events, and the end of
 * all their sessions, which are not history and so leave a security event alone.
 */
final class Standings {

  private final Commands commands;
  private final Rights rights;
  private final Sessions sessions;
  private final Revocations revocations;
  private final SecurityEvents events;
  private final TransactionOperations transactions;

  Standings(
      Commands commands,
      Rights rights,
      Sessions sessions,
      Revocations revocations,
      SecurityEvents events,
      TransactionOperations transactions) {
    this.commands = commands;
    this.rights = rights;
    this.sessions = sessions;
    this.revocations = revocations;
    this.events = events;
    this.transactions = transactions;
  }

  /**
   * @throws Refusal.NotFound when there is no such user
   */
  void requireKnown(UserId user) {
    rights.requireKnown(user);
  }

  Receipt change(UserCommand command, CommandContext context, Caller by, CallerAddress from) {
    return commands.send(
        command,
        context.with(
            () -> events.record(SecurityEvent.USER_UPDATED, Optional.of(by.user()), from)));
  }

  /**
   * @throws Refusal.Erased when the user has been
   */
  void terminateSessions(UserId user, Optional<String> reason, Caller by, CallerAddress from) {
    Envelope about = events.about(user, reason);
    List<UUID> ended =
        Objects.requireNonNull(
            transactions.execute(
                ignored -> {
                  List<UUID> open = sessions.revokeAll(user);
                  events.record(SecurityEvent.TOKEN_REVOKED, by.user(), from, about);
                  return open;
                }));
    ended.forEach(it -> revocations.revoke(it.toString(), RevocationReminder.KEPT));
  }
}
