package io.moltrail.command.account;

import io.moltrail.messages.user.UserId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tokens that show that somebody reads a mailbox. Each is good once and for one purpose. Of one
 * attempt to open an account all are good until one is used; for every other purpose a new token
 * takes the place of the one before.
 */
final class MailTokens {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  MailTokens(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Inside the transaction that writes the mail. */
  void add(MailPurpose purpose, OpaqueToken token, UserId user) {
    jdbc.sql(
            """
            insert into command.mail_token (token_hash, user_id, purpose, expires_at) values (?, ?, ?, ?)
            on conflict (user_id, purpose) where purpose <> 'verify-email' and used_at is null
            do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at
            """)
        .params(
            token.hash(),
            user.value(),
            purpose.code(),
            SqlTime.of(clock.instant().plus(purpose.life())))
        .update();
  }

  /** Whose it is, as long as it is good. */
  Optional<UserId> owner(MailPurpose purpose, OpaqueToken token) {
    return jdbc.sql(
            """
            select user_id from command.mail_token
            where token_hash = ? and purpose = ? and used_at is null and expires_at > ?
            """)
        .params(token.hash(), purpose.code(), SqlTime.of(clock.instant()))
        .query((row, n) -> new UserId(row.getObject(1, UUID.class)))
        .optional();
  }

  /**
   * Uses it up, and with it the user's other tokens for the same purpose.
   *
   * @return whether it had not been used meanwhile
   */
  boolean spend(MailPurpose purpose, OpaqueToken token, UserId user) {
    int spent =
        jdbc.sql(
                "update command.mail_token set used_at = ? where token_hash = ? and used_at is"
                    + " null")
            .params(SqlTime.of(clock.instant()), token.hash())
            .update();
    jdbc.sql(
            """
            update command.mail_token set used_at = ?
            where user_id = ? and purpose = ? and used_at is null
            """)
        .params(SqlTime.of(clock.instant()), user.value(), purpose.code())
        .update();
    return spent == 1;
  }

  /** Uses up all that the user has been sent and has not used, whatever it was for. */
  void spendAll(UserId user) {
    jdbc.sql("update command.mail_token set used_at = ? where user_id = ? and used_at is null")
        .params(SqlTime.of(clock.instant()), user.value())
        .update();
  }
}
