package io.moltrail.command.account;

import io.moltrail.command.platform.Author;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Ids;
import io.moltrail.command.platform.Names;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.VerifyEmail;
import io.moltrail.web.requests.RequestId;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens an account to whoever shows the token that was sent to its mailbox. The newest attempt for
 * an address wins.
 */
final class Verification {

  private final Names names;
  private final Commands commands;
  private final MailTokens tokens;
  private final AccountMails mails;
  private final NewestEvents newest;
  private final TransactionOperations transactions;
  private final EvenPace pace;

  Verification(
      Names names,
      Commands commands,
      MailTokens tokens,
      AccountMails mails,
      NewestEvents newest,
      TransactionOperations transactions,
      EvenPace pace) {
    this.names = names;
    this.commands = commands;
    this.tokens = tokens;
    this.mails = mails;
    this.newest = newest;
    this.transactions = transactions;
    this.pace = pace;
  }

  /**
   * @return the place of the user's newest event
   * @throws Refusal when the token is not good, or another attempt for the address is newer
   */
  LogPlace verify(OpaqueToken token) {
    UserId user = tokens.owner(MailPurpose.VERIFY_EMAIL, token).orElseThrow(InvalidForm::mailToken);
    CommandContext context =
        CommandContext.by(new Author.Anonymous(), RequestId.current())
            .with(() -> spend(token, user));
    boolean changed = commands.send(new VerifyEmail(user), context).place().isPresent();
    if (!changed) {
      transactions.executeWithoutResult(ignored -> spend(token, user));
    }
    return newest.of(user);
  }

  private void spend(OpaqueToken token, UserId user) {
    if (!tokens.spend(MailPurpose.VERIFY_EMAIL, token, user)) {
      throw InvalidForm.mailToken();
    }
  }

  /** Sends a mail to an address that somebody has registered; nobody learns whether. */
  void resend(EmailAddress email) {
    pace.keep(
        () -> {
          if (mails.room(email, new UserId(Ids.next()))) {
            transactions.executeWithoutResult(ignored -> send(email));
          }
        });
  }

  private void send(EmailAddress email) {
    names
        .holderOf(email)
        .ifPresentOrElse(
            holder -> mails.alreadyRegistered(holder, email),
            () ->
                names
                    .candidateFor(email)
                    .ifPresent(user -> mails.verification(user, email, OpaqueToken.draw())));
  }
}
