package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.command.platform.Ids;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionsTest {

  private static final TestDatabase DATABASE = TestServices.get().freshDatabase();

  private final JdbcClient jdbc = JdbcClient.create(DATABASE.as(DatabaseRoles.COMMAND));
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final Sessions sessions = new Sessions(jdbc, now::get);
  private final Session session = sessions.open(new UserId(Ids.next()));
  private final OpaqueToken first = sessions.firstToken(session);

  @BeforeAll
  static void migrate() {
    Migrations.log(DATABASE.as(DatabaseRoles.MIGRATOR));
    Migrations.schema(DATABASE.as(DatabaseRoles.MIGRATOR), "command", "classpath:db/command");
  }

  @Test
  void a_session_that_nobody_refreshes_for_a_week_is_over() {
    pass(Duration.ofDays(7).plusSeconds(1));

    assertThat(sessions.rotate(first)).isInstanceOf(Rotation.Refused.class);
  }

  @Test
  void a_session_ends_after_thirty_days_however_often_it_is_refreshed() {
    OpaqueToken token = first;
    for (int day = 6; day <= 30; day += 6) {
      pass(Duration.ofDays(6).minusSeconds(1));
      token = ((Rotation.Rotated) sessions.rotate(token)).next();
    }
    pass(Duration.ofSeconds(6));

    assertThat(sessions.rotate(token)).isInstanceOf(Rotation.Refused.class);
  }

  @Test
  void a_spent_token_tells_whose_session_has_to_end() {
    sessions.rotate(first);

    assertThat(sessions.rotate(first))
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
    assertThat(sessions.rotate(first)).isInstanceOf(Rotation.Refused.class);
  }

  private void pass(Duration time) {
    now.updateAndGet(it -> it.plus(time));
  }
}
