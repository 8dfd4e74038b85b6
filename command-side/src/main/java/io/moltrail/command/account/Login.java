package io.moltrail.command.account;

import io.moltrail.command.account.Credentials.Credential;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.limits.AccountLimits;
import io.moltrail.web.problems.Unauthenticated;
import io.moltrail.web.security.CallerAddress;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets users in. Who is unknown, mistaken, unverified, suspended or erased gets one answer after
 * one hash, and nobody can tell which of these they are.
 */
final class Login {

  private final AccountLimits limits;
  private final KnownDevices devices;
  private final Passwords passwords;
  private final Credentials credentials;
  private final Sessions sessions;
  private final RefreshTokens refreshTokens;
  private final AccessTokenSigner accessTokens;
  private final NewestEvents newest;
  private final SecurityEvents events;
  private final TransactionOperations transactions;

  Login(
      AccountLimits limits,
      KnownDevices devices,
      Passwords passwords,
      Credentials credentials,
      Sessions sessions,
      RefreshTokens refreshTokens,
      AccessTokenSigner accessTokens,
      NewestEvents newest,
      SecurityEvents events,
      TransactionOperations transactions) {
    this.limits = limits;
    this.devices = devices;
    this.passwords = passwords;
    this.credentials = credentials;
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.accessTokens = accessTokens;
    this.newest = newest;
    this.events = events;
    this.transactions = transactions;
  }

  /**
   * @param deviceToken what an earlier login on this device answered
   */
  LoggedIn login(LoginForm form, Optional<String> deviceToken, CallerAddress from) {
    String account = account(form.email());
    Optional<String> device = deviceToken.flatMap(it -> devices.recognise(it, account));
    device.ifPresentOrElse(
        known -> limits.loginFromKnownDevice(known, account), () -> limits.login(from, account));
    HashLine line =
        device.map(ignored -> HashLine.ofAccount(account)).orElseGet(() -> HashLine.of(from));
    Credential credential = check(form, from, line);
    Optional<String> rehashed =
        passwords.outdated(credential.hash())
            ? Optional.of(passwords.hash(form.password(), line))
            : Optional.empty();
    return new LoggedIn(
        open(credential, rehashed, from)
            .orElseThrow(() -> refused(Optional.of(credential.user()), from)),
        newest.of(credential.user()),
        Optional.of(devices.token(device, account)));
  }

  private Credential check(LoginForm form, CallerAddress from, HashLine line) {
    Optional<Credential> credential = EmailAddress.parse(form.email()).flatMap(credentials::of);
    boolean same = passwords.matches(form.password(), credential.map(Credential::hash), line);
    return credential
        .filter(it -> same && it.admitted())
        .orElseThrow(() -> refused(credential.map(Credential::user), from));
  }

  private Unauthenticated refused(Optional<UserId> user, CallerAddress from) {
    events.record(SecurityEvent.LOGIN_FAIL, user, from);
    return new Unauthenticated(
        "invalid-credentials", "E-mail address and password do not open an account.");
  }

  /** Empty when the password was replaced since it was compared. */
  private Optional<TokenAnswer> open(
      Credential credential, Optional<String> rehashed, CallerAddress from) {
    return Objects.requireNonNull(
        transactions.execute(
            ignored -> {
              if (!credentials.stillHolds(credential)) {
                return Optional.empty();
              }
              rehashed.ifPresent(hash -> credentials.rehashed(credential.user(), hash));
              Session session = sessions.open(credential.user());
              events.record(SecurityEvent.LOGIN_SUCCESS, Optional.of(credential.user()), from);
              return Optional.of(
                  TokenAnswer.of(
                      session, accessTokens.issue(session), refreshTokens.first(session)));
            }));
  }

  /** What was typed, as it counts for limits: known or not, an address or not. */
  private static String account(String typed) {
    return EmailAddress.parse(typed)
        .map(EmailAddress::value)
        .orElseGet(() -> typed.strip().toLowerCase(Locale.ROOT));
  }
}
