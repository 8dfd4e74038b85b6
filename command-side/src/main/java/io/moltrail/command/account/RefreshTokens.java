package io.moltrail.command.account;

import io.moltrail.messages.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What sessions go on with. A token is good once: one statement decides who of several spends it.
 * There is no grace for one that is sent twice: a retry and a thief who was quick look the same, so
 * both end the session (RFC 9700, 4.14.2).
 */
final class RefreshTokens {

  private static final String SPEND =
      """
      update command.refresh_token t set used_at = :now from command.session s
      where t.token_hash = :hash and t.used_at is null and t.expires_at > :now
        and s.session_id = t.session_id and s.revoked_at is null and s.expires_at > :now
      returning s.session_id, s.user_id, s.created_at, s.expires_at
      """;
  private static final String SPENT_BEFORE =
      """
      select s.session_id, s.user_id, s.created_at, s.expires_at
      from command.refresh_token t join command.session s using (session_id)
      where t.token_hash = :hash and t.used_at is not null and s.revoked_at is null
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  RefreshTokens(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Inside the transaction that opens the session. */
  OpaqueToken first(Session session) {
    return issue(session, clock.instant());
  }

  /**
   * Inside the caller's transaction, which must be committed before the next token is handed out.
   */
  Rotation rotate(OpaqueToken token) {
    Instant now = clock.instant();
    Optional<Session> spent =
        jdbc.sql(SPEND)
            .param("now", SqlTime.of(now))
            .param("hash", token.hash())
            .query((row, n) -> session(row))
            .optional();
    return spent.isPresent()
        ? new Rotation.Rotated(spent.get(), next(spent.get(), now))
        : spentBefore(token).<Rotation>map(Rotation.Reused::new).orElseGet(Rotation.Refused::new);
  }

  private OpaqueToken next(Session session, Instant now) {
    OpaqueToken next = issue(session, now);
    jdbc.sql("update command.session set last_used_at = ? where session_id = ?")
        .params(SqlTime.of(now), session.id())
        .update();
    return next;
  }

  private Optional<Session> spentBefore(OpaqueToken token) {
    return jdbc.sql(SPENT_BEFORE)
        .param("hash", token.hash())
        .query((row, n) -> session(row))
        .optional();
  }

  private OpaqueToken issue(Session session, Instant now) {
    OpaqueToken token = OpaqueToken.draw();
    Instant idleEnd = now.plus(Sessions.IDLE);
    Instant end = idleEnd.isBefore(session.expiresAt()) ? idleEnd : session.expiresAt();
    jdbc.sql(
            """
            insert into command.refresh_token (token_hash, session_id, issued_at, expires_at) values (?, ?, ?, ?)
            """)
        .params(token.hash(), session.id(), SqlTime.of(now), SqlTime.of(end))
        .update();
    return token;
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getObject(1, UUID.class),
        new UserId(row.getObject(2, UUID.class)),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getObject(4, OffsetDateTime.class).toInstant());
  }
}
