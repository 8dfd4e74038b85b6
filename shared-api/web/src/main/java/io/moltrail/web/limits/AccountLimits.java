package io.moltrail.web.limits;

import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.problems.TooManyRequests;
import io.moltrail.web.security.CallerAddress;
import io.moltrail.web.settings.RateLimit;
import io.moltrail.web.settings.Settings;
import java.time.Duration;

/**
 * The limits on what strangers can do to accounts, and on the mails that users have sent to
 * strangers. The account is named by what the caller typed, known or not, so that nothing can be
 * learned from a limit.
 */
public final class AccountLimits {

  private static final RateLimit LOGIN_PER_ADDRESS = new RateLimit(60, Duration.ofMinutes(1));
  private static final RateLimit INVITATIONS = new RateLimit(50, Duration.ofDays(1));
  private static final RateLimit INVITATIONS_TO_ONE = new RateLimit(10, Duration.ofHours(1));
  private static final RateLimit LOGIN_ON_KNOWN_DEVICES = new RateLimit(20, Duration.ofMinutes(1));

  private final RateLimits limits;
  private final Settings.Limits settings;

  AccountLimits(RateLimits limits, Settings.Limits settings) {
    this.limits = limits;
    this.settings = settings;
  }

  /**
   * @throws TooManyRequests by address alone, or by the pair of address and account
   */
  public void login(CallerAddress from, String account) {
    limits.require("login-address", from.key(), LOGIN_PER_ADDRESS);
    limits.require("login", from.key() + " " + account, settings.login());
  }

  /**
   * A device that logged in before counts apart: strangers cannot lock its owner out. All devices
   * of an account count together, too, for whoever knows its password can have any number.
   */
  public void loginFromKnownDevice(String device, String account) {
    limits.require("login-devices", account, LOGIN_ON_KNOWN_DEVICES);
    limits.require("login-device", device + " " + account, settings.login());
  }

  /** Before the form is judged; counts nothing. */
  public void ownPasswordRoom(UserId user) {
    limits.requireRoom("own-password", user.toString(), settings.login());
  }

  /**
   * Somebody who is logged in shows that they know their password. Counted by user alone, since a
   * stolen access token can be used from anywhere.
   */
  public void ownPassword(UserId user) {
    limits.require("own-password", user.toString(), settings.login());
  }

  /** Before the form is judged; counts nothing. */
  public void emailChangeRoom(UserId user) {
    limits.requireRoom("email-change", user.toString(), settings.registration());
  }

  public void emailChange(UserId user) {
    limits.require("email-change", user.toString(), settings.registration());
  }

  /**
   * Whether one more mail may go to an address at a stranger's wish. Refuses nothing, so that
   * nobody learns how often others have asked.
   */
  public boolean mailTo(EmailAddress recipient) {
    return limits.take("mail", recipient.value(), settings.registration()).allowed();
  }

  /** As {@link #mailTo}, for invitations: several projects may want somebody at once. */
  public boolean invitationTo(EmailAddress recipient) {
    return limits.take("mail-invitation", recipient.value(), INVITATIONS_TO_ONE).allowed();
  }

  /** Before the form is judged; counts nothing. */
  public void registrationRoom(CallerAddress from) {
    limits.requireRoom("registration", from.key(), settings.registration());
  }

  public void registration(CallerAddress from) {
    limits.require("registration", from.key(), settings.registration());
  }

  /** Mails to strangers, whichever project they are about. */
  public void invitation(UserId by) {
    limits.require("invitation", by.toString(), INVITATIONS);
  }

  /** Before the form is judged; counts nothing. */
  public void forgottenPasswordRoom(CallerAddress from) {
    limits.requireRoom("forgot", from.key(), settings.registration());
  }

  public void forgottenPassword(CallerAddress from) {
    limits.require("forgot", from.key(), settings.registration());
  }

  /** Before the form is judged; counts nothing. */
  public void resentVerificationRoom(CallerAddress from) {
    limits.requireRoom("resend", from.key(), settings.registration());
  }

  public void resentVerification(CallerAddress from) {
    limits.require("resend", from.key(), settings.registration());
  }
}
