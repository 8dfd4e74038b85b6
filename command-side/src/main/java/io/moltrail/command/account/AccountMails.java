package io.moltrail.command.account;

import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.limits.AccountLimits;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The mails about accounts, each written in the transaction of what it tells. A mail is sealed
 * before its token is written: the keeper of the wrapping keys may answer slowly, and a transaction
 * that has written holds back every reader of the log.
 */
final class AccountMails {

  private final Outbox outbox;
  private final MailTokens tokens;
  private final Envelopes envelopes;
  private final AccountLimits limits;
  private final TransactionOperations transactions;

  AccountMails(
      Outbox outbox,
      MailTokens tokens,
      Envelopes envelopes,
      AccountLimits limits,
      TransactionOperations transactions) {
    this.outbox = outbox;
    this.tokens = tokens;
    this.envelopes = envelopes;
    this.limits = limits;
    this.transactions = transactions;
  }

  /**
   * Whether one more mail may go to an address. Before the caller's transaction and whoever holds
   * the address: what was typed is counted, and a key for {@code newcomer} is wrapped even if none
   * is needed, so that the keeper of the wrapping keys is missed alike for known and unknown.
   *
   * @param newcomer whose key does not exist yet
   */
  boolean room(EmailAddress recipient, UserId newcomer) {
    envelopes.prepare(newcomer.subject());
    return limits.mailTo(recipient);
  }

  /** Inside the caller's transaction. */
  void verification(UserId user, EmailAddress email, OpaqueToken token) {
    outbox.add(MailTemplate.VERIFY_EMAIL, user, new MailContent(email.value(), token.value()));
    tokens.add(MailPurpose.VERIFY_EMAIL, token, user);
  }

  /** Inside the caller's transaction. */
  void resetPassword(UserId user, EmailAddress email, OpaqueToken token) {
    outbox.add(MailTemplate.RESET_PASSWORD, user, new MailContent(email.value(), token.value()));
    tokens.add(MailPurpose.RESET_PASSWORD, token, user);
  }

  /** Inside the caller's transaction. */
  void changeEmail(UserId user, EmailAddress wanted, OpaqueToken token) {
    outbox.add(MailTemplate.CHANGE_EMAIL, user, new MailContent(wanted.value(), token.value()));
    tokens.add(MailPurpose.CHANGE_EMAIL, token, user);
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
