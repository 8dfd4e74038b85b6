package io.moltrail.command.account;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.security.CallerAddress;
import java.util.List;
import java.util.Optional;

/**
 * What a new password brings with it, however it came about: mailed tokens end with the old one,
 * and the holder is told by mail, for it may not have been them.
 */
final class NewPasswords {

  private static final String POINTER = "/newPassword";

  private final PasswordPolicy policy;
  private final Passwords passwords;
  private final MailTokens tokens;
  private final AccountMails mails;
  private final SecurityEvents events;

  NewPasswords(
      PasswordPolicy policy,
      Passwords passwords,
      MailTokens tokens,
      AccountMails mails,
      SecurityEvents events) {
    this.policy = policy;
    this.passwords = passwords;
    this.tokens = tokens;
    this.mails = mails;
    this.events = events;
  }

  /**
   * @throws Refusal.Invalid when it is not good enough for this person
   */
  void judge(String password, Holder holder) {
    policy
        .fault(POINTER, password, holder.email(), holder.displayName())
        .ifPresent(
            fault -> {
              throw InvalidForm.of(List.of(fault));
            });
  }

  String hash(String password, HashLine line) {
    return passwords.hash(password, line);
  }

  /** Inside the transaction that stores the new hash. */
  void announce(UserId user, Holder holder, CallerAddress from) {
    tokens.spendAll(user);
    mails.passwordChanged(user, holder.email());
    events.record(SecurityEvent.PASSWORD_CHANGE, Optional.of(user), from);
  }
}
