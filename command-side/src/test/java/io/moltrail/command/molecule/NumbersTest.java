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
  private final ProjectId project = projectOfAFreeUser();

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

  private static ProjectId projectOfAFreeUser() {
    UUID owner = UUID.randomUUID();
    UUID project = UUID.randomUUID();
    jdbc.sql(
            "insert into command.user_rights (user_id, tier, roles, version) values (?, 'FREE',"
                + " '{USER}', 1)")
        .param(owner)
        .update();
    jdbc.sql("insert into command.membership (project_id, user_id, role) values (?, ?, 'OWNER')")
        .params(project, owner)
        .update();
    jdbc.sql("insert into command.project_counter (project_id) values (?)").param(project).update();
    return new ProjectId(project);
  }
}
