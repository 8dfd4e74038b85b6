package io.moltrail.command.account;

import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes mails into the log, tokens and all: for development only, the settings refuse it in
 * production.
 */
final class LogMailSink implements MailSink {

  private static final Logger LOG = LoggerFactory.getLogger(LogMailSink.class);

  @Override
  public void accept(Mail mail) {
    LOG.info("Mail {}\n{}", mail.id(), new String(mail.message(), StandardCharsets.UTF_8));
  }
}
