package io.moltrail.web.settings;

/** Where mail goes. */
public enum MailSink {
  SMTP,
  FILE,
  LOG
}
