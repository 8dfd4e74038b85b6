package io.moltrail.command.account;

import io.moltrail.command.platform.Names;
import io.moltrail.command.platform.Rights;
import io.moltrail.web.limits.AccountLimits;
import io.moltrail.web.security.Revocations;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans that give accounts another password. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

  @Bean
  NewPasswords commandNewPasswords(
      PasswordPolicy policy,
      Passwords passwords,
      MailTokens tokens,
      AccountMails mails,
      SecurityEvents events) {
    return new NewPasswords(policy, passwords, tokens, mails, events);
  }

  @Bean
  ForgottenPasswords commandForgottenPasswords(
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
      EvenPace pace,
      @Qualifier("commandTransactions") PlatformTransactionManager transactions) {
    return new ForgottenPasswords(
        names,
        rights,
        holders,
        credentials,
        tokens,
        newPasswords,
        sessions,
        revocations,
        mails,
        events,
        new TransactionTemplate(transactions),
        pace);
  }

  @Bean
  PasswordChanges commandPasswordChanges(
      AccountLimits limits,
      Holders holders,
      Credentials credentials,
      Passwords passwords,
      NewPasswords newPasswords,
      Sessions sessions,
      Revocations revocations,
      SecurityEvents events,
      @Qualifier("commandTransactions") PlatformTransactionManager transactions) {
    return new PasswordChanges(
        limits,
        holders,
        credentials,
        passwords,
        newPasswords,
        sessions,
        revocations,
        events,
        new TransactionTemplate(transactions));
  }

  @Bean
  PasswordController commandPasswordController(
      ForgottenPasswords forgotten, PasswordChanges changes, AccountLimits limits) {
    return new PasswordController(forgotten, changes, limits);
  }
}
