package io.moltrail.web.limits;

import io.moltrail.web.problems.TooManyRequests;
import io.moltrail.web.security.CallerAddress;
import io.moltrail.web.settings.RateLimit;
import io.moltrail.web.settings.Settings;
import java.time.Duration;

/**
 * The limits on what strangers can do to accounts. The account is named by what the caller typed,
 * known or not, so that nothing can be learned from a limit.
 */
public final class AccountLimits {

  private static final RateLimit LOGIN_PER_ADDRESS = new RateLimit(60, Duration.ofMinutes(1));

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

  /** A device that logged in before counts apart: strangers cannot lock its owner out. */
  public void loginFromKnownDevice(String device, String account) {
    limits.require("login-device", device + " " + account, settings.login());
  }

  /** Before the form is judged; counts nothing. */
  public void registrationRoom(CallerAddress from) {
    limits.requireRoom("registration", from.key(), settings.registration());
  }

  public void registration(CallerAddress from) {
    limits.require("registration", from.key(), settings.registration());
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
