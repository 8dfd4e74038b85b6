package io.moltrail.command.molecule;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.project.ProjectId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class NumbersTest {

  private static JdbcClient jdbc;

  @BeforeAll
  static void migrate() {
    TestDatabase database = TestServices.get().freshDatabase();
    Migrations.log(database.as(DatabaseRoles.MIGRATOR));
    Migrations.schema(database.as(DatabaseRoles.MIGRATOR), "command", "classpath:db/command");
    jdbc = JdbcClient.create(database.as(DatabaseRoles.COMMAND));
  }

  private final Numbers numbers = new Numbers(jdbc);
  private final UUID owner = user("FREE");
  private final ProjectId project = projectOf(owner);

  @Test
  void numbers_follow_each_other_and_are_not_drawn_again_when_room_is_given_back() {
    assertThat(numbers.reserve(project, 3)).isEqualTo(new Numbers.Block(1, 3));
    numbers.giveBack(project, 3);
    assertThat(numbers.reserve(project, 2)).isEqualTo(new Numbers.Block(4, 2));
  }

  @Test
  void no_more_is_reserved_than_the_owners_tier_leaves_room_for() {
    numbers.reserve(project, 9_950);

    assertThat(numbers.reserve(project, 100)).isEqualTo(new Numbers.Block(9_951, 50));
    assertThat(numbers.reserve(project, 1).size()).isZero();

    numbers.giveBack(project, 1);
    assertThat(numbers.reserve(project, 10)).isEqualTo(new Numbers.Block(10_001, 1));
  }

  @Test
  void a_raised_tier_makes_room_at_once_and_a_lowered_one_leaves_what_is_there() {
    numbers.reserve(project, 10_000);
    assertThat(numbers.reserve(project, 1).size()).isZero();

    tier(owner, "PRO");
    assertThat(numbers.reserve(project, 500)).isEqualTo(new Numbers.Block(10_001, 500));

    tier(owner, "FREE");
    assertThat(numbers.reserve(project, 1).size()).isZero();
    numbers.giveBack(project, 500);
    assertThat(numbers.reserve(project, 1).size()).isZero();
    numbers.giveBack(project, 1);
    assertThat(numbers.reserve(project, 1)).isEqualTo(new Numbers.Block(10_501, 1));
  }

  @Test
  void the_owners_tier_counts_and_that_of_no_other_member() {
    numbers.reserve(project, 9_999);
    member(project, user("ENTERPRISE"), "EDITOR");

    assertThat(numbers.reserve(project, 2)).isEqualTo(new Numbers.Block(10_000, 1));
  }

  @Test
  void a_new_owners_tier_counts_from_then_on() {
    numbers.reserve(project, 10_000);
    member(project, user("PRO"), "OWNER");
    member(project, owner, "EDITOR");

    assertThat(numbers.reserve(project, 1)).isEqualTo(new Numbers.Block(10_001, 1));
  }

  private static UUID user(String tier) {
    UUID user = UUID.randomUUID();
    jdbc.sql(
            "insert into command.user_rights (user_id, tier, roles, version) values (?, ?,"
                + " '{USER}', 1)")
        .params(user, tier)
        .update();
    return user;
  }

  private static void tier(UUID user, String tier) {
    jdbc.sql("update command.user_rights set tier = ? where user_id = ?")
        .params(tier, user)
        .update();
  }

  private static void member(ProjectId project, UUID user, String role) {
    jdbc.sql(
            """
            insert into command.membership (project_id, user_id, role) values (?, ?, ?)
            on conflict (project_id, user_id) do update set role = excluded.role
            """)
        .params(project.value(), user, role)
        .update();
  }

  private static ProjectId projectOf(UUID owner) {
    ProjectId project = new ProjectId(UUID.randomUUID());
    member(project, owner, "OWNER");
    jdbc.sql("insert into command.project_counter (project_id) values (?)")
        .param(project.value())
        .update();
    return project;
  }
}
