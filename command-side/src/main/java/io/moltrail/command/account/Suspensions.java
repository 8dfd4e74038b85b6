package io.moltrail.command.account;

import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Receipt;
import io.moltrail.command.platform.Rights;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.ReinstateUser;
import io.moltrail.messages.user.SuspendUser;
import io.moltrail.messages.user.UserCommand;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import io.moltrail.web.security.Revocations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Shuts users out and lets them in again. Their sessions end with either: with the suspension at
 * once, on every node; and with the reinstatement what a login that was under way has left.
 */
final class Suspensions {

  private final Commands commands;
  private final Rights rights;
  private final Sessions sessions;
  private final Revocations revocations;
  private final SecurityEvents events;

  Suspensions(
      Commands commands,
      Rights rights,
      Sessions sessions,
      Revocations revocations,
      SecurityEvents events) {
    this.commands = commands;
    this.rights = rights;
    this.sessions = sessions;
    this.revocations = revocations;
    this.events = events;
  }

  /**
   * @throws Refusal.NotFound when there is no such user
   */
  void requireKnown(UserId user) {
    rights.requireKnown(user);
  }

  Receipt suspend(UserId user, CommandContext context, Caller by, CallerAddress from) {
    return send(new SuspendUser(user), context, by, from);
  }

  Receipt reinstate(UserId user, CommandContext context, Caller by, CallerAddress from) {
    return send(new ReinstateUser(user), context, by, from);
  }

  private Receipt send(UserCommand command, CommandContext context, Caller by, CallerAddress from) {
    AtomicReference<List<UUID>> ended = new AtomicReference<>(List.of());
    Receipt receipt =
        commands.send(
            command,
            context.with(
                () -> {
                  ended.set(sessions.revokeAll(command.userId()));
                  events.record(SecurityEvent.USER_UPDATED, Optional.of(by.user()), from);
                }));
    ended.get().forEach(it -> revocations.revoke(it.toString(), RevocationReminder.KEPT));
    return receipt;
  }
}
