package io.moltrail.command.account;

import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Names;
import io.moltrail.command.platform.Rights;
import io.moltrail.web.consistency.ConsistencyTokens;
import io.moltrail.web.limits.AccountLimits;
import io.moltrail.web.pages.Cursors;
import io.moltrail.web.security.Revocations;
import io.moltrail.web.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans that let people in: registration, login, sessions and their controllers. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

  /** Much longer than one transaction takes. */
  private static final Duration TICK = Duration.ofMillis(250);

  @Bean
  EvenPace commandEvenPace() {
    return new EvenPace(TICK);
  }

  @Bean
  Registration commandAccountRegistration(
      Names names,
      Commands commands,
      Passwords passwords,
      Credentials credentials,
      AccountMails mails,
      EvenPace pace,
      Settings settings) {
    return new Registration(
        names, commands, passwords, credentials, mails, pace, settings.accounts().verification());
  }

  @Bean
  Verification commandVerification(
      Names names,
      Commands commands,
      MailTokens tokens,
      AccountMails mails,
      NewestEvents newest,
      EvenPace pace,
      @Qualifier("commandTransactions") PlatformTransactionManager transactions) {
    return new Verification(
        names, commands, tokens, mails, newest, new TransactionTemplate(transactions), pace);
  }

  @Bean
  AccessTokenSigner commandAccessTokens(SigningKeys keys, Settings settings) {
    return new AccessTokenSigner(keys, settings.publicUrl(), InstantSource.system());
  }

  @Bean
  Login commandLogin(
      AccountLimits limits,
      Passwords passwords,
      Credentials credentials,
      Sessions sessions,
      RefreshTokens refreshTokens,
      AccessTokenSigner accessTokens,
      NewestEvents newest,
      SecurityEvents events,
      Settings settings,
      @Qualifier("commandTransactions") PlatformTransactionManager transactions) {
    return new Login(
        limits,
        new KnownDevices(settings.secrets().secretKey()),
        passwords,
        credentials,
        sessions,
        refreshTokens,
        accessTokens,
        newest,
        events,
        new TransactionTemplate(transactions));
  }

  @Bean
  SessionDesk commandSessionDesk(
      Sessions sessions,
      RefreshTokens refreshTokens,
      AccessTokenSigner accessTokens,
      Rights rights,
      Revocations revocations,
      NewestEvents newest,
      SecurityEvents events,
      @Qualifier("commandTransactions") PlatformTransactionManager transactions) {
    return new SessionDesk(
        sessions,
        refreshTokens,
        accessTokens,
        rights,
        revocations,
        newest,
        events,
        new TransactionTemplate(transactions));
  }

  @Bean
  RegistrationController commandRegistrationController(
      Registration registration,
      Verification verification,
      PasswordPolicy policy,
      AccountLimits limits,
      ConsistencyTokens consistency) {
    return new RegistrationController(registration, verification, policy, limits, consistency);
  }

  @Bean
  SessionController commandSessionController(
      Login login, SessionDesk desk, Settings settings, ConsistencyTokens consistency) {
    return new SessionController(login, desk, new DeviceCookies(settings.publicUrl()), consistency);
  }

  @Bean
  OwnSessionsController commandOwnSessionsController(
      Sessions sessions,
      Cursors cursors,
      Revocations revocations,
      SecurityEvents events,
      @Qualifier("commandTransactions") PlatformTransactionManager transactions) {
    return new OwnSessionsController(
        new OwnSessions(
            sessions, cursors, revocations, events, new TransactionTemplate(transactions)));
  }

  @Bean
  WellKnownController commandWellKnownController(SigningKeys keys, Settings settings) {
    return new WellKnownController(keys, new SecurityContact(settings, InstantSource.system()));
  }

  @Bean
  SuspensionController commandSuspensionController(
      Commands commands,
      Rights rights,
      Sessions sessions,
      Revocations revocations,
      SecurityEvents events,
      Answers answers) {
    return new SuspensionController(
        new Suspensions(commands, rights, sessions, revocations, events), answers);
  }

  @Bean
  StandingController commandStandingController(
      Commands commands,
      Rights rights,
      Sessions sessions,
      Revocations revocations,
      SecurityEvents events,
      Answers answers,
      @Qualifier("commandTransactions") PlatformTransactionManager transactions) {
    return new StandingController(
        new Standings(
            commands, rights, sessions, revocations, events, new TransactionTemplate(transactions)),
        answers);
  }

  @Bean
  OwnAccountController commandOwnAccountController(Commands commands, Answers answers) {
    return new OwnAccountController(commands, answers);
  }

  @Bean
  UserController commandUserController(
      Administrators administrators, PasswordPolicy policy, Answers answers) {
    return new UserController(administrators, policy, answers);
  }
}
