package io.moltrail.command.account;

import io.moltrail.command.platform.Ids;
import io.moltrail.command.platform.Names;
import io.moltrail.command.platform.Rights;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.security.CallerAddress;
import io.moltrail.web.security.Revocations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets whoever reads an account's mailbox give it another password. Only an account that opens is
 * sent a link, and nobody learns whether there is one.
 */
final class ForgottenPasswords {

  private final Names names;
  private final Rights rights;
  private final Holders holders;
  private final Credentials credentials;
  private final MailTokens tokens;
  private final NewPasswords newPasswords;
  private final Sessions sessions;
  private final Revocations revocations;
  private final AccountMails mails;
  private final SecurityEvents events;
  private final TransactionOperations transactions;
  private final EvenPace pace;

  ForgottenPasswords(
      Names names,
      Rights rights,
      Holders holders,
      Credentials credentials,
      MailTokens tokens,
      NewPasswords newPasswords,
      Sessions sessions,
      Revocations revocations,
      AccountMails mails,
      SecurityEvents events,
      TransactionOperations transactions,
      EvenPace pace) {
    this.names = names;
    this.rights = rights;
    this.holders = holders;
    this.credentials = credentials;
    this.tokens = tokens;
    this.newPasswords = newPasswords;
    this.sessions = sessions;
    this.revocations = revocations;
    this.mails = mails;
    this.events = events;
    this.transactions = transactions;
    this.pace = pace;
  }

  /** Sends a link to an address that opens an account; nobody learns whether. */
  void ask(EmailAddress email, CallerAddress from) {
    pace.keep(
        () -> {
          boolean room = mails.room(email, new UserId(Ids.next()));
          transactions.executeWithoutResult(ignored -> send(email, room, from));
        });
  }

  private void send(EmailAddress email, boolean room, CallerAddress from) {
    Optional<UserId> user = names.holderOf(email).filter(rights::active);
    user.filter(ignored -> room)
        .ifPresent(it -> mails.resetPassword(it, email, OpaqueToken.draw()));
    events.record(SecurityEvent.PASSWORD_RESET_ASKED, user, from);
  }

  /**
   * @throws Refusal.Invalid when the token is not good, or the password not good enough; then the
   *     token stays good
   */
  void reset(OpaqueToken token, String password, CallerAddress from) {
    UserId user = owner(token, from);
    Holder holder = holders.find(user).orElseThrow(InvalidForm::mailToken);
    newPasswords.judge(password, holder);
    String hash = newPasswords.hash(password, HashLine.of(from));
    List<UUID> ended =
        Objects.requireNonNull(
            transactions.execute(ignored -> replace(token, user, holder, hash, from)));
    ended.forEach(it -> revocations.revoke(it.toString(), RevocationReminder.KEPT));
  }

  private UserId owner(OpaqueToken token, CallerAddress from) {
    return tokens
        .owner(MailPurpose.RESET_PASSWORD, token)
        .filter(rights::active)
        .orElseThrow(
            () -> {
              events.record(SecurityEvent.PASSWORD_CHANGE_FAIL, Optional.empty(), from);
              return InvalidForm.mailToken();
            });
  }

  /** The credential first, as everywhere: its row is what logins and changes wait for. */
  private List<UUID> replace(
      OpaqueToken token, UserId user, Holder holder, String hash, CallerAddress from) {
    credentials.replace(user, hash);
    if (!tokens.spend(MailPurpose.RESET_PASSWORD, token, user)) {
      throw InvalidForm.mailToken();
    }
    newPasswords.announce(user, holder, from);
    return sessions.revokeAll(user);
  }
}
