package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moltrail.command.platform.Ids;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionsTest {

  private static final TestDatabase DATABASE = TestServices.get().freshDatabase();

  private final JdbcClient jdbc = JdbcClient.create(DATABASE.as(DatabaseRoles.COMMAND));
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final Sessions sessions = new Sessions(jdbc, now::get);
  private final RefreshTokens tokens = new RefreshTokens(jdbc, now::get);
  private final Session session = sessions.open(new UserId(Ids.next()));
  private final OpaqueToken first = tokens.first(session);

  @BeforeAll
  static void migrate() {
    Migrations.log(DATABASE.as(DatabaseRoles.MIGRATOR));
    Migrations.schema(DATABASE.as(DatabaseRoles.MIGRATOR), "command", "classpath:db/command");
  }

  @Test
  void a_session_that_nobody_refreshes_for_a_week_is_over() {
    pass(Duration.ofDays(7).plusSeconds(1));

    assertThat(tokens.rotate(first)).isInstanceOf(Rotation.Refused.class);
  }

  @Test
  void a_session_ends_after_thirty_days_however_often_it_is_refreshed() {
    OpaqueToken token = first;
    for (int day = 6; day <= 30; day += 6) {
      pass(Duration.ofDays(6).minusSeconds(1));
      token = ((Rotation.Rotated) tokens.rotate(token)).next();
    }
    pass(Duration.ofSeconds(6));

    assertThat(tokens.rotate(token)).isInstanceOf(Rotation.Refused.class);
  }

  @Test
  void a_spent_token_tells_whose_session_has_to_end() {
    tokens.rotate(first);

    assertThat(tokens.rotate(first))
        .isInstanceOfSatisfying(
            Rotation.Reused.class, it -> assertThat(it.session().id()).isEqualTo(session.id()));
  }

  @Test
  void tokens_are_stored_as_hashes_only() {
    String row =
        jdbc.sql("select t::text from command.refresh_token t where session_id = ?")
            .param(session.id())
            .query(String.class)
            .single();

    assertThat(row).doesNotContain(first.value()).contains(HexFormat.of().formatHex(first.hash()));
  }

  @Test
  void a_revoked_session_is_over() {
    assertThat(sessions.isRevoked(session.id().toString())).isFalse();
    assertThat(sessions.revoke(session.id())).isTrue();
    assertThat(sessions.revoke(session.id())).isFalse();
    assertThat(sessions.isRevoked(session.id().toString())).isTrue();
    assertThat(tokens.rotate(first)).isInstanceOf(Rotation.Refused.class);
  }

  @Test
  void users_see_the_sessions_that_go_on_newest_first() {
    Session second = sessions.open(session.user());
    sessions.revoke(sessions.open(session.user()).id());
    sessions.open(new UserId(Ids.next()));

    assertThat(sessions.live(session.user(), Optional.empty(), 10))
        .extracting(Sessions.Live::id)
        .containsExactly(second.id(), session.id());
    assertThat(sessions.live(session.user(), Optional.of(second.id()), 10))
        .extracting(Sessions.Live::id)
        .containsExactly(session.id());
    assertThat(sessions.countLive(session.user())).isEqualTo(2);
  }

  @Test
  void a_session_that_nobody_refreshes_is_not_shown_any_more_and_cannot_be_ended() {
    pass(Duration.ofDays(7).plusSeconds(1));

    assertThat(sessions.live(session.user(), Optional.empty(), 10)).isEmpty();
    assertThat(sessions.revokeLive(session.user(), session.id())).isEmpty();
  }

  @Test
  void a_session_says_when_it_ends_unless_it_is_refreshed() {
    pass(Duration.ofDays(5));
    tokens.rotate(first);

    Sessions.Live shown = sessions.live(session.user(), Optional.empty(), 1).getFirst();

    assertThat(shown.lastUsedAt()).isCloseTo(now.get(), within(1, ChronoUnit.MILLIS));
    assertThat(shown.expiresAt())
        .isCloseTo(now.get().plus(Duration.ofDays(7)), within(1, ChronoUnit.MILLIS));
  }

  private void pass(Duration time) {
    now.updateAndGet(it -> it.plus(time));
  }
}
