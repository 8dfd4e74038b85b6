package io.moltrail.command.account;

import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.UserId;
import org.springframework.transaction.support.TransactionOperations;

/** The mails about accounts, each written in the transaction of what it tells. */
final class AccountMails {

  private final Outbox outbox;
  private final MailTokens tokens;
  private final TransactionOperations transactions;

  AccountMails(Outbox outbox, MailTokens tokens, TransactionOperations transactions) {
    this.outbox = outbox;
    this.tokens = tokens;
    this.transactions = transactions;
  }

  /** Inside the caller's transaction. */
  void verification(UserId user, EmailAddress email, OpaqueToken token) {
    tokens.add(MailPurpose.VERIFY_EMAIL, token, user);
    outbox.add(MailTemplate.VERIFY_EMAIL, user, new MailContent(email.value(), token.value()));
  }

  /** Inside the caller's transaction. */
  void resetPassword(UserId user, EmailAddress email, OpaqueToken token) {
    tokens.add(MailPurpose.RESET_PASSWORD, token, user);
    outbox.add(MailTemplate.RESET_PASSWORD, user, new MailContent(email.value(), token.value()));
  }

  /** Inside the caller's transaction. */
  void changeEmail(UserId user, EmailAddress wanted, OpaqueToken token) {
    tokens.add(MailPurpose.CHANGE_EMAIL, token, user);
    outbox.add(MailTemplate.CHANGE_EMAIL, user, new MailContent(wanted.value(), token.value()));
  }

  /** Inside the caller's transaction. */
  void addressInUse(UserId holder, EmailAddress email) {
    outbox.add(MailTemplate.ADDRESS_IN_USE, holder, new MailContent(email.value(), ""));
  }

  /** To the address that was theirs until now. Inside the caller's transaction. */
  void emailChanged(UserId user, EmailAddress former) {
    outbox.add(MailTemplate.EMAIL_CHANGED, user, new MailContent(former.value(), ""));
  }

  /** Inside the caller's transaction. */
  void passwordChanged(UserId user, EmailAddress email) {
    outbox.add(MailTemplate.PASSWORD_CHANGED, user, new MailContent(email.value(), ""));
  }

  /** Inside the caller's transaction, or one of its own. */
  void alreadyRegistered(UserId holder, EmailAddress email) {
    transactions.executeWithoutResult(
        ignored ->
            outbox.add(
                MailTemplate.ALREADY_REGISTERED, holder, new MailContent(email.value(), "")));
  }
}
