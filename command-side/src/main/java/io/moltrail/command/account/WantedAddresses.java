package io.moltrail.command.account;

import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.Envelopes.Envelope;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.UserId;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The addresses that users want and have not confirmed yet: each beside the token that was mailed
 * to it, sealed with the user.
 */
final class WantedAddresses {

  private final JdbcClient jdbc;
  private final Envelopes envelopes;
  private final JsonMapper json;
  private final InstantSource clock;

  WantedAddresses(JdbcClient jdbc, Envelopes envelopes, JsonMapper json, InstantSource clock) {
    this.jdbc = jdbc;
    this.envelopes = envelopes;
    this.json = json;
    this.clock = clock;
  }

  /** Inside the transaction that writes the token. */
  void keep(OpaqueToken token, UserId user, EmailAddress wanted) {
    Envelope sealed =
        envelopes.seal(user.subject(), wanted.value().getBytes(StandardCharsets.UTF_8));
    jdbc.sql("update command.mail_token set envelope = cast(? as jsonb) where token_hash = ?")
        .params(json.writeValueAsString(sealed), token.hash())
        .update();
  }

  /** Empty when the token is not good, not this user's, or the user has been erased. */
  Optional<EmailAddress> find(OpaqueToken token, UserId user) {
    return jdbc.sql(
            """
            select envelope::text from command.mail_token
            where token_hash = ? and user_id = ? and purpose = ? and used_at is null and expires_at > ?
            """)
        .params(
            token.hash(),
            user.value(),
            MailPurpose.CHANGE_EMAIL.code(),
            SqlTime.of(clock.instant()))
        .query((row, n) -> json.readValue(row.getString(1), Envelope.class))
        .optional()
        .flatMap(envelopes::open)
        .map(clear -> new EmailAddress(new String(clear, StandardCharsets.UTF_8)));
  }

  /** What nobody has confirmed in time. */
  void forgetExpired() {
    jdbc.sql(
            "update command.mail_token set envelope = null where expires_at <= ? and envelope is"
                + " not null")
        .param(SqlTime.of(clock.instant()))
        .update();
  }

  /** Inside the transaction that uses the token up. */
  void forget(UserId user) {
    jdbc.sql(
            "update command.mail_token set envelope = null where user_id = ? and envelope is not"
                + " null")
        .param(user.value())
        .update();
  }
}
