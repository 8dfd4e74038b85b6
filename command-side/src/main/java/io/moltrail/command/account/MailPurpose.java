package io.moltrail.command.account;

import java.time.Duration;

/** What a mailed token lets whoever reads the mailbox do. */
enum MailPurpose {
  VERIFY_EMAIL("verify-email", Duration.ofHours(24)),
  RESET_PASSWORD("reset-password", Duration.ofHours(1)),
  CHANGE_EMAIL("change-email", Duration.ofHours(24));

  private final String code;
  private final Duration life;

  MailPurpose(String code, Duration life) {
    this.code = code;
    this.life = life;
  }

  /** As it stands in the table. */
  String code() {
    return code;
  }

  /** How long a token is good. */
  Duration life() {
    return life;
  }
}
