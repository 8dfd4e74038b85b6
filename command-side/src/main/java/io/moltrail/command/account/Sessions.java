package io.moltrail.command.account;

import io.moltrail.command.platform.Ids;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.RevokedSessions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sessions and their refresh tokens. A token is good once: one statement decides who of several
 * spends it. A session ends when nobody refreshes it for a week, after thirty days in any case, or
 * when it is revoked.
 */
public final class Sessions implements RevokedSessions {

  static final Duration IDLE = Duration.ofDays(7);
  static final Duration LONGEST = Duration.ofDays(30);

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

  Sessions(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Inside the caller's transaction, as is {@link #firstToken}. */
  Session open(UserId user) {
    Instant now = clock.instant();
    Session session = new Session(Ids.next(), user, now, now.plus(LONGEST));
    jdbc.sql(
            """
            insert into command.session (session_id, user_id, created_at, last_used_at, expires_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            session.id(),
            user.value(),
            SqlTime.of(now),
            SqlTime.of(now),
            SqlTime.of(session.expiresAt()))
        .update();
    return session;
  }

  OpaqueToken firstToken(Session session) {
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
    Instant idleEnd = now.plus(IDLE);
    Instant end = idleEnd.isBefore(session.expiresAt()) ? idleEnd : session.expiresAt();
    jdbc.sql(
            """
            insert into command.refresh_token (token_hash, session_id, issued_at, expires_at) values (?, ?, ?, ?)
            """)
        .params(token.hash(), session.id(), SqlTime.of(now), SqlTime.of(end))
        .update();
    return token;
  }

  /**
   * @return whether it had not ended yet
   */
  boolean revoke(UUID session) {
    return jdbc.sql(
                "update command.session set revoked_at = ? where session_id = ? and revoked_at is"
                    + " null")
            .params(SqlTime.of(clock.instant()), session)
            .update()
        == 1;
  }

  /**
   * @return those of the user's sessions that had not ended yet
   */
  List<UUID> revokeAll(UserId user) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            update command.session set revoked_at = :now
            where user_id = :user and revoked_at is null and expires_at > :now
            returning session_id
            """)
        .param("now", SqlTime.of(now))
        .param("user", user.value())
        .query(UUID.class)
        .list();
  }

  /** When each of them was revoked. */
  Map<UUID, Instant> revokedSince(Instant since) {
    Map<UUID, Instant> revoked = new HashMap<>();
    jdbc.sql("select session_id, revoked_at from command.session where revoked_at > ?")
        .param(SqlTime.of(since))
        .query(
            row -> {
              revoked.put(
                  row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant());
            });
    return revoked;
  }

  @Override
  public boolean isRevoked(String sessionId) {
    return jdbc.sql(
            "select exists (select 1 from command.revoked_session where session_id = cast(? as"
                + " uuid))")
        .param(sessionId)
        .query(Boolean.class)
        .single();
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getObject(1, UUID.class),
        new UserId(row.getObject(2, UUID.class)),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getObject(4, OffsetDateTime.class).toInstant());
  }
}
