package io.moltrail.command.account;

import io.moltrail.messages.user.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tokens that show that somebody reads a mailbox. Each belongs to one attempt to open an account
 * and is good once.
 */
final class MailTokens {

  private static final Duration LIFE = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  MailTokens(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Inside the transaction that writes the mail. */
  void add(OpaqueToken token, UserId user) {
    jdbc.sql(
            """
            insert into command.mail_token (token_hash, user_id, purpose, expires_at)
            values (?, ?, 'verify-email', ?)
            """)
        .params(token.hash(), user.value(), SqlTime.of(clock.instant().plus(LIFE)))
        .update();
  }

  /** Whose it is, as long as it is good. */
  Optional<UserId> owner(OpaqueToken token) {
    return jdbc.sql(
            """
            select user_id from command.mail_token
            where token_hash = ? and purpose = 'verify-email' and used_at is null and expires_at > ?
            """)
        .params(token.hash(), SqlTime.of(clock.instant()))
        .query((row, n) -> new UserId(row.getObject(1, UUID.class)))
        .optional();
  }

  /**
   * Uses it up, and with it the other tokens for the same attempt.
   *
   * @return whether it had not been used meanwhile
   */
  boolean spend(OpaqueToken token, UserId user) {
    int spent =
        jdbc.sql(
                "update command.mail_token set used_at = ? where token_hash = ? and used_at is"
                    + " null")
            .params(SqlTime.of(clock.instant()), token.hash())
            .update();
    jdbc.sql(
            """
            update command.mail_token set used_at = ?
            where user_id = ? and purpose = 'verify-email' and used_at is null
            """)
        .params(SqlTime.of(clock.instant()), user.value())
        .update();
    return spent == 1;
  }
}
