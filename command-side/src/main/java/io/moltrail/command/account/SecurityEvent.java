package io.moltrail.command.account;

/** What is written down about accounts, by the names of the OWASP Logging Vocabulary. */
enum SecurityEvent {
  LOGIN_SUCCESS("authn_login_success"),
  LOGIN_FAIL("authn_login_fail"),
  EMAIL_CHANGE("authn_email_change"),
  EMAIL_CHANGE_FAIL("authn_email_change_fail"),
  PASSWORD_CHANGE("authn_password_change"),
  PASSWORD_CHANGE_FAIL("authn_password_change_fail"),
  PASSWORD_RESET_ASKED("authn_password_reset_asked"),
  TOKEN_REUSE("authn_token_reuse"),
  TOKEN_REVOKED("authn_token_revoked"),
  USER_CREATED("user_created"),
  USER_UPDATED("user_updated");

  private final String word;

  SecurityEvent(String word) {
    this.word = word;
  }

  /** As it stands in the table. */
  String word() {
    return word;
  }
}
