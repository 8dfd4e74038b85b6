package io.moltrail.command.account;

import io.moltrail.command.account.Credentials.Credential;
import io.moltrail.command.platform.CommandContext;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Ids;
import io.moltrail.command.platform.Names;
import io.moltrail.command.platform.Receipt;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.ChangeEmail;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.limits.AccountLimits;
import io.moltrail.web.problems.Unauthenticated;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.security.CallerAddress;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives accounts another address: the user asks with their password, and confirms with a token that
 * was mailed to the new address. Nobody learns who has an account; what is true of an address
 * stands in the mail to it.
 */
final class EmailChanges {

  private final AccountLimits limits;
  private final Credentials credentials;
  private final Passwords passwords;
  private final Names names;
  private final Holders holders;
  private final WantedAddresses wanted;
  private final MailTokens tokens;
  private final AccountMails mails;
  private final SecurityEvents events;
  private final Commands commands;
  private final TransactionOperations transactions;
  private final EvenPace pace;

  EmailChanges(
      AccountLimits limits,
      Credentials credentials,
      Passwords passwords,
      Names names,
      Holders holders,
      WantedAddresses wanted,
      MailTokens tokens,
      AccountMails mails,
      SecurityEvents events,
      Commands commands,
      TransactionOperations transactions,
      EvenPace pace) {
    this.limits = limits;
    this.credentials = credentials;
    this.passwords = passwords;
    this.names = names;
    this.holders = holders;
    this.wanted = wanted;
    this.tokens = tokens;
    this.mails = mails;
    this.events = events;
    this.commands = commands;
    this.transactions = transactions;
    this.pace = pace;
  }

  /**
   * @throws Refusal.Invalid when it is no address, or the password is another
   */
  void ask(EmailChangeForm form, UserId user, CallerAddress from) {
    EmailAddress email = form.email();
    limits.ownPassword(user);
    requirePassword(form.password(), user, from);
    limits.emailChange(user);
    pace.keep(
        () -> {
          if (mails.room(email, new UserId(Ids.next()))) {
            transactions.executeWithoutResult(ignored -> send(email, user));
          }
        });
  }

  private void requirePassword(String password, UserId user, CallerAddress from) {
    Optional<String> hash = credentials.of(user).map(Credential::hash);
    if (!passwords.matches(password, hash, HashLine.of(user))) {
      events.record(SecurityEvent.EMAIL_CHANGE_FAIL, Optional.of(user), from);
      throw InvalidForm.password();
    }
  }

  private void send(EmailAddress email, UserId user) {
    Optional<UserId> holder = names.holderOf(email);
    if (holder.isPresent()) {
      mails.addressInUse(holder.get(), email);
      return;
    }
    OpaqueToken token = OpaqueToken.draw();
    mails.changeEmail(user, email, token);
    wanted.keep(token, user, email);
  }

  /**
   * All that was mailed to the former address opens nothing any more, and it is told.
   *
   * @throws Refusal.Invalid when the token is not good, or somebody else has shown meanwhile that
   *     the address is theirs
   */
  Receipt confirm(OpaqueToken token, UserId user, CallerAddress from) {
    EmailAddress email = wanted.find(token, user).orElseThrow(InvalidForm::mailToken);
    Holder holder = holders.find(user).orElseThrow(Unauthenticated::new);
    CommandContext context =
        CommandContext.by(user, RequestId.current())
            .with(() -> changed(token, user, holder.email(), from));
    try {
      return commands.send(new ChangeEmail(user, email), context);
    } catch (Refusal.Conflict somebodyWasFaster) {
      throw InvalidForm.mailToken();
    }
  }

  private void changed(OpaqueToken token, UserId user, EmailAddress former, CallerAddress from) {
    if (!tokens.spend(MailPurpose.CHANGE_EMAIL, token, user)) {
      throw InvalidForm.mailToken();
    }
    tokens.spendAll(user);
    wanted.forget(user);
    mails.emailChanged(user, former);
    events.record(SecurityEvent.EMAIL_CHANGE, Optional.of(user), from);
  }
}
