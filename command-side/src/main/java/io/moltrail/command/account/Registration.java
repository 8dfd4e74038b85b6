package io.moltrail.command.account;

import io.moltrail.command.platform.Author;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Ids;
import io.moltrail.command.platform.Names;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.VerifyEmail;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.security.CallerAddress;
import java.util.Optional;
import java.util.Set;

/**
 * Lets anybody open an account. Whoever asks learns nothing about who has one: one hash, one
 * transaction, one mail and the same answer at the same pace. The holder of an address that is
 * taken is told by mail.
 */
final class Registration {

  private final Names names;
  private final Commands commands;
  private final Passwords passwords;
  private final Credentials credentials;
  private final AccountMails mails;
  private final EvenPace pace;
  private final boolean verification;

  /**
   * @param verification whether a mailbox has to be shown before the account opens
   */
  Registration(
      Names names,
      Commands commands,
      Passwords passwords,
      Credentials credentials,
      AccountMails mails,
      EvenPace pace,
      boolean verification) {
    this.names = names;
    this.commands = commands;
    this.passwords = passwords;
    this.credentials = credentials;
    this.mails = mails;
    this.pace = pace;
    this.verification = verification;
  }

  void register(Applicant applicant, CallerAddress from) {
    String hash = passwords.hash(applicant.password(), HashLine.of(from));
    pace.keep(() -> register(applicant, hash));
  }

  private void register(Applicant applicant, String hash) {
    Optional<UserId> holder = names.holderOf(applicant.email());
    if (holder.isPresent()) {
      mails.alreadyRegistered(holder.get(), applicant.email());
      return;
    }
    try {
      open(applicant, hash);
    } catch (Refusal.Conflict somebodyWasFaster) {
      names
          .holderOf(applicant.email())
          .ifPresent(it -> mails.alreadyRegistered(it, applicant.email()));
    }
  }

  private void open(Applicant applicant, String hash) {
    UserId user = new UserId(Ids.next());
    OpaqueToken token = OpaqueToken.draw();
    RegisterUser command =
        new RegisterUser(
            user,
            applicant.email(),
            applicant.displayName(),
            Tier.FREE,
            Set.of(SystemRole.USER),
            false);
    commands.send(
        command,
        by(new Author.Anonymous())
            .with(
                () -> {
                  credentials.add(user, hash);
                  if (verification) {
                    mails.verification(user, applicant.email(), token);
                  }
                }));
    if (!verification) {
      commands.send(new VerifyEmail(user), by(new Author.Installation()));
    }
  }

  private static CommandContext by(Author author) {
    return CommandContext.by(author, RequestId.current());
  }
}
