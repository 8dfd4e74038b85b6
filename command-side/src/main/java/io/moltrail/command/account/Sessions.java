package io.moltrail.command.account;

import io.moltrail.command.platform.Ids;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.RevokedSessions;
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
 * Sessions. One ends when nobody refreshes it for a week, after thirty days in any case, or when it
 * is revoked; nothing leads back from there.
 */
public final class Sessions implements RevokedSessions {

  static final Duration IDLE = Duration.ofDays(7);
  static final Duration LONGEST = Duration.ofDays(30);

  private static final UUID NONE = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);

  /** Of sessions that go on. */
  private static final String LIVE =
      " user_id = :user and revoked_at is null and expires_at > :now and last_used_at > :idle ";

  private final JdbcClient jdbc;
  private final InstantSource clock;

  Sessions(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Inside the caller's transaction. */
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

  /**
   * Those of the user's sessions that go on, newest first.
   *
   * @param before begins after this one
   */
  List<Live> live(UserId user, Optional<UUID> before, int rows) {
    return ofUser(
            """
            select session_id, created_at, last_used_at,
              least(expires_at, last_used_at + (cast(:now as timestamptz) - cast(:idle as timestamptz)))
            from command.session where
            """
                + LIVE
                + "and session_id < :before order by session_id desc limit :rows",
            user)
        .param("before", before.orElse(LAST))
        .param("rows", rows)
        .query(
            (row, n) ->
                new Live(
                    row.getObject(1, UUID.class),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    row.getObject(4, OffsetDateTime.class).toInstant()))
        .list();
  }

  long countLive(UserId user) {
    return ofUser("select count(*) from command.session where" + LIVE, user)
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec ofUser(String sql, UserId user) {
    Instant now = clock.instant();
    return jdbc.sql(sql)
        .param("user", user.value())
        .param("now", SqlTime.of(now))
        .param("idle", SqlTime.of(now.minus(IDLE)));
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
   * @return the session, if it is the user's and goes on until now; otherwise none
   */
  List<UUID> revokeLive(UserId user, UUID session) {
    return ofUser(
            "update command.session set revoked_at = :now where"
                + LIVE
                + "and session_id = :session returning session_id",
            user)
        .param("session", session)
        .query(UUID.class)
        .list();
  }

  /**
   * @return those of the user's sessions that had not ended yet
   */
  List<UUID> revokeAll(UserId user) {
    return revokeOthers(user, NONE);
  }

  /**
   * @param kept goes on
   * @return those of the user's other sessions that had not ended yet
   */
  List<UUID> revokeOthers(UserId user, UUID kept) {
    return jdbc.sql(
            """
            update command.session set revoked_at = :now
            where user_id = :user and session_id <> :kept and revoked_at is null and expires_at > :now
            returning session_id
            """)
        .param("now", SqlTime.of(clock.instant()))
        .param("user", user.value())
        .param("kept", kept)
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

  /**
   * @param expiresAt when it ends, unless it is refreshed before
   */
  record Live(UUID id, Instant createdAt, Instant lastUsedAt, Instant expiresAt) {}
}
