package io.moltrail.command.account;

import io.moltrail.command.platform.Author;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Ids;
import io.moltrail.command.platform.Names;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.VerifyEmail;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.security.CallerAddress;
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

  /** An address that has had its mails gets no attempt either, for nobody could confirm it. */
  private void register(Applicant applicant, String hash) {
    UserId newcomer = new UserId(Ids.next());
    boolean room = mails.room(applicant.email(), newcomer);
    if (names.holderOf(applicant.email()).isPresent()) {
      tellHolder(applicant.email(), room);
    } else if (room || !verification) {
      try {
        open(newcomer, applicant, hash);
      } catch (Refusal.Conflict somebodyWasFaster) {
        tellHolder(applicant.email(), room);
      }
    }
  }

  private void tellHolder(EmailAddress email, boolean room) {
    if (room) {
      names.holderOf(email).ifPresent(it -> mails.alreadyRegistered(it, email));
    }
  }

  private void open(UserId user, Applicant applicant, String hash) {
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
