package io.moltrail.command.account;

import io.moltrail.command.account.Credentials.Credential;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.limits.AccountLimits;
import io.moltrail.web.problems.Unauthenticated;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import io.moltrail.web.security.Revocations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets users who know their password have another. It is asked for, and guesses are counted: who
 * has stolen an access token must not get an account with it.
 */
final class PasswordChanges {

  private final AccountLimits limits;
  private final Holders holders;
  private final Credentials credentials;
  private final Passwords passwords;
  private final NewPasswords newPasswords;
  private final Sessions sessions;
  private final Revocations revocations;
  private final SecurityEvents events;
  private final TransactionOperations transactions;

  PasswordChanges(
      AccountLimits limits,
      Holders holders,
      Credentials credentials,
      Passwords passwords,
      NewPasswords newPasswords,
      Sessions sessions,
      Revocations revocations,
      SecurityEvents events,
      TransactionOperations transactions) {
    this.limits = limits;
    this.holders = holders;
    this.credentials = credentials;
    this.passwords = passwords;
    this.newPasswords = newPasswords;
    this.sessions = sessions;
    this.revocations = revocations;
    this.events = events;
    this.transactions = transactions;
  }

  /**
   * Ends all sessions but the caller's.
   *
   * @throws Refusal.Invalid when the current password is another, or the new one not good enough
   */
  void change(ChangePasswordForm form, Caller caller, CallerAddress from) {
    Holder holder = holders.find(caller.user()).orElseThrow(Unauthenticated::new);
    newPasswords.judge(form.newPassword(), holder);
    limits.ownPassword(caller.user());
    Credential current = known(form.currentPassword(), caller.user(), from);
    String hash = newPasswords.hash(form.newPassword(), HashLine.of(caller.user()));
    List<UUID> ended =
        Objects.requireNonNull(
            transactions.execute(ignored -> replace(current, hash, holder, caller, from)));
    ended.forEach(it -> revocations.revoke(it.toString(), RevocationReminder.KEPT));
  }

  private Credential known(String password, UserId user, CallerAddress from) {
    Optional<Credential> credential = credentials.of(user);
    boolean same = passwords.matches(password, credential.map(Credential::hash), HashLine.of(user));
    return credential
        .filter(it -> same)
        .orElseThrow(
            () -> {
              events.record(SecurityEvent.PASSWORD_CHANGE_FAIL, Optional.of(user), from);
              return InvalidForm.currentPassword();
            });
  }

  private List<UUID> replace(
      Credential current, String hash, Holder holder, Caller caller, CallerAddress from) {
    if (!credentials.stillHolds(current)) {
      throw InvalidForm.currentPassword();
    }
    credentials.replace(current.user(), hash);
    newPasswords.announce(current.user(), holder, from);
    return sessions.revokeOthers(current.user(), UUID.fromString(caller.sessionId()));
  }
}
