package io.moltrail.web.settings;

/** What settings must not say together, and what production must not say at all. */
final class Contradictions {

  private final Settings settings;
  private final Variables variables;

  Contradictions(Settings settings, Variables variables) {
    this.settings = settings;
    this.variables = variables;
  }

  void check() {
    contradictions();
    if (settings.production()) {
      production();
    }
  }

  private void contradictions() {
    variables.faultIf(
        settings.port() != 0 && settings.port() == settings.managementPort(),
        "PORT and MANAGEMENT_PORT are the same");
    variables.faultIf(
        settings.accounts().mailSink() == MailSink.SMTP && settings.accounts().smtpUrl().isEmpty(),
        "MAIL_SINK is smtp but SMTP_URL is not set");
    variables.faultIf(
        variables.text("ADMIN_PASSWORD").isPresent() && variables.text("ADMIN_EMAIL").isEmpty(),
        "ADMIN_PASSWORD is set but ADMIN_EMAIL is not");
    variables.faultIf(
        variables.text("DATABASE_URL").isEmpty()
            && (variables.text("DATABASE_USER").isPresent()
                || variables.text("DATABASE_PASSWORD").isPresent()),
        "DATABASE_USER or DATABASE_PASSWORD is set but DATABASE_URL is not");
  }

  private void production() {
    variables.faultIf(
        settings.accounts().mailSink() == MailSink.LOG, "MAIL_SINK must not be log in production");
    variables.faultIf(
        settings.accounts().erasureGrace().isZero(), "ERASURE_GRACE must not be 0s in production");
    variables.faultIf(
        !settings.accounts().verification(),
        "REGISTRATION_VERIFICATION must not be off in production");
    variables.faultIf(
        settings.logLevel().compareTo(LogLevel.INFO) < 0,
        "LOG_LEVEL must not be " + settings.logLevel() + " in production");
    variables.faultIf(
        settings.network().allowedOrigins().stream().anyMatch(it -> !it.startsWith("https://")),
        "ALLOWED_ORIGINS must hold only https origins in production");
    variables.faultIf(
        settings.network().trustedProxies().stream().anyMatch(it -> it.prefix() == 0),
        "TRUSTED_PROXIES must not hold every address in production");
    variables.faultIf(
        settings.wrapping().vault().filter(it -> !Urls.confidential(it.address())).isPresent(),
        "VAULT_ADDR must be an https address in production, unless it is on this machine");
    variables.faultIf(
        !"https".equals(settings.publicUrl().getScheme()),
        "PUBLIC_URL must be an https address in production");
  }
}
