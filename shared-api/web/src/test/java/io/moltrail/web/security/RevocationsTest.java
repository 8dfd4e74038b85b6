package io.moltrail.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.CallerStanding;
import io.moltrail.web.EdgeServer;
import io.moltrail.web.problems.ServiceUnavailable;
import io.moltrail.web.redis.KeySpace;
import io.moltrail.web.redis.RedisAway;
import io.moltrail.web.redis.RedisGate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RevocationsTest {

  private static final RedisGate REDIS = EdgeServer.bean(RedisGate.class);
  private static final UserId USER = new UserId(EdgeServer.uuid7());

  @Test
  void come_from_the_database_when_redis_is_away() {
    Revocations revocations = new Revocations(RedisAway.gate(), "ended"::equals);

    assertThat(revocations.about("ended", USER).ended()).isTrue();
    assertThat(revocations.about("running", USER).ended()).isFalse();
  }

  @Test
  void let_nobody_in_when_neither_answers() {
    Revocations revocations =
        new Revocations(
            RedisAway.gate(),
            session -> {
              throw new IllegalStateException("no connection");
            });

    assertThatThrownBy(() -> revocations.about("any", USER)).isInstanceOf(ServiceUnavailable.class);
  }

  @Test
  void come_from_redis_at_once() {
    Revocations revocations = new Revocations(REDIS, session -> false);
    String session = UUID.randomUUID().toString();
    revocations.revoke(session, Duration.ofMinutes(1));

    assertThat(revocations.about(session, USER).ended()).isTrue();
  }

  @Test
  void come_from_the_database_too_unless_it_is_confirmed_that_redis_knows_them_all() {
    Revocations revocations = new Revocations(REDIS, "forgotten"::equals);
    revocations.confirmAll(Map.of(), Duration.ofMinutes(1));
    assertThat(revocations.about("forgotten", USER).ended()).isFalse();

    forget();

    assertThat(revocations.about("forgotten", USER).ended()).isTrue();
    assertThat(revocations.about("running", USER).ended()).isFalse();
  }

  @Test
  void are_all_told_again_to_a_redis_that_has_lost_some() {
    Revocations revocations = new Revocations(REDIS, session -> false);
    String session = UUID.randomUUID().toString();
    Map<String, Duration> ended = Map.of(session, Duration.ofMinutes(1));
    forget();

    assertThat(revocations.confirm(ended, Duration.ofMinutes(1))).contains(false);
    assertThat(revocations.about(session, USER).ended()).isFalse();
    assertThat(revocations.confirmAll(ended, Duration.ofMinutes(1))).contains(true);
    assertThat(revocations.about(session, USER).ended()).isTrue();
    assertThat(revocations.confirm(Map.of(), Duration.ofMinutes(1))).contains(true);
    forget();
  }

  @Test
  void say_in_the_same_answer_which_roles_a_user_has_lost() {
    Revocations revocations = new Revocations(REDIS, session -> false);
    UserId user = new UserId(EdgeServer.uuid7());
    LostRole removed = new LostRole(new ProjectId(EdgeServer.uuid7()), 7, Optional.empty());
    LostRole lessened =
        new LostRole(new ProjectId(EdgeServer.uuid7()), 12, Optional.of(MemberRole.VIEWER));
    new LostRoles(REDIS).add(user, removed);
    new LostRoles(REDIS).add(user, lessened);

    assertThat(revocations.about("running", user).lost().roles())
        .containsExactlyInAnyOrder(removed, lessened);
    assertThat(revocations.about("running", USER).lost()).isEqualTo(Losses.NONE);
  }

  @Test
  void keep_of_each_project_and_role_only_the_newest_word() {
    Revocations revocations = new Revocations(REDIS, session -> false);
    UserId user = new UserId(EdgeServer.uuid7());
    ProjectId project = new ProjectId(EdgeServer.uuid7());
    for (long version : List.of(9L, 1_000L, 10L)) {
      new LostRoles(REDIS).add(user, new LostRole(project, version, Optional.empty()));
      new LostRoles(REDIS).add(user, new LostSystemRole(SystemRole.ADMIN, version));
    }

    assertThat(revocations.about("running", user).lost())
        .isEqualTo(
            new Losses(
                List.of(new LostRole(project, 1_000, Optional.empty())),
                List.of(new LostSystemRole(SystemRole.ADMIN, 1_000))));
  }

  @Test
  void take_a_lost_role_from_an_older_standing_only() {
    Losses losses = new Losses(List.of(), List.of(new LostSystemRole(SystemRole.ADMIN, 4)));

    assertThat(losses.leave(administrator(3)).roles()).containsExactly(SystemRole.USER);
    assertThat(losses.leave(administrator(4))).isEqualTo(administrator(4));
  }

  private static CallerStanding administrator(long version) {
    return new CallerStanding(
        USER, Tier.FREE, Set.of(SystemRole.USER, SystemRole.ADMIN), false, version);
  }

  private static void forget() {
    REDIS.ask(it -> it.delete(KeySpace.ALL_REVOKED.prefix()));
  }
}
