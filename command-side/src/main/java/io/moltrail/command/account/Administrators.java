package io.moltrail.command.account;

import io.moltrail.command.platform.Author;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Ids;
import io.moltrail.command.platform.Receipt;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import java.util.Optional;
import java.util.Set;

/**
 * Opens accounts that need no verification: an administrator, or the installation at its first
 * start, answers for them.
 */
final class Administrators {

  private final Commands commands;
  private final Passwords passwords;
  private final Credentials credentials;
  private final SecurityEvents events;

  Administrators(
      Commands commands, Passwords passwords, Credentials credentials, SecurityEvents events) {
    this.commands = commands;
    this.passwords = passwords;
    this.credentials = credentials;
    this.events = events;
  }

  OpenedAccount open(
      Applicant applicant,
      Tier tier,
      Set<SystemRole> roles,
      Optional<String> reason,
      Caller by,
      CallerAddress from) {
    return open(
        applicant,
        tier,
        roles,
        CommandContext.by(by.user(), RequestId.current()).because(reason),
        HashLine.of(by.user()),
        () -> events.record(SecurityEvent.USER_CREATED, Optional.of(by.user()), from));
  }

  OpenedAccount openFirst(Applicant applicant) {
    return open(
        applicant,
        Tier.ENTERPRISE,
        Set.of(SystemRole.USER, SystemRole.ADMIN),
        CommandContext.by(new Author.Installation(), RequestId.current()),
        HashLine.OURSELVES,
        () -> {});
  }

  private OpenedAccount open(
      Applicant applicant,
      Tier tier,
      Set<SystemRole> roles,
      CommandContext asked,
      HashLine line,
      Runnable alongside) {
    String hash = passwords.hash(applicant.password(), line);
    RegisterUser command =
        new RegisterUser(
            new UserId(Ids.next()), applicant.email(), applicant.displayName(), tier, roles, true);
    CommandContext context =
        asked.with(
            () -> {
              credentials.add(command.userId(), hash);
              alongside.run();
            });
    return new OpenedAccount(command, commands.send(command, context));
  }

  /** What was asked for, and what it left in the log. */
  record OpenedAccount(RegisterUser command, Receipt receipt) {}
}
