package io.moltrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Claims, rights and guards made anew from the log, against those that commands have written. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuiltTablesTest {

  private static final int COMMANDS = 10_000;
  private static final int CLIENTS = 16;
  private static final int USERS = 20;
  private static final int PROJECTS = 50;
  private static final long SEED = Long.getLong("moltrail.seed", System.nanoTime());

  private static TwoNodes moltrail;

  @BeforeAll
  static void start() {
    moltrail = new TwoNodes();
  }

  @AfterAll
  static void stop() {
    moltrail.close();
  }

  @Test
  @Order(1)
  @Timeout(180)
  void after_ten_thousand_random_commands_from_two_nodes_they_are_equal() throws Exception {
    RandomWorld world =
        new RandomWorld(moltrail.node(0).commands(), new Random(SEED), USERS, PROJECTS);
    List<RebuiltComparison> meanwhile = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> work = new ArrayList<>();
      for (int n = 0; n < CLIENTS; n++) {
        work.add(
            clients.submit(new RandomWork(SEED + n, COMMANDS / CLIENTS, moltrail.node(n), world)));
      }
      while (!work.stream().allMatch(Future::isDone)) {
        meanwhile.add(moltrail.check().compare());
      }
      for (Future<?> client : work) {
        client.get();
      }
    }

    RebuiltComparison after = moltrail.check().compare();

    System.out.printf(
        "Rebuilt tables: seed %d, outcomes %s, %d comparisons meanwhile, then %s%n",
        SEED, world.outcomes(), meanwhile.size(), after);
    assertThat(world.sent()).isEqualTo(COMMANDS);
    assertThat(after.events()).isEqualTo(count("select count(*) from log.event"));
    assertThat(after.equal()).isTrue();
    assertThat(after.reservedInVain()).isZero();
    assertThat(after.tables().values()).allSatisfy(it -> assertThat(it.same()).isPositive());
    assertThat(count("select count(*) from command.claim where archived")).isPositive();
    assertThat(count("select count(*) from log.event where type = 'project.ownership-transferred'"))
        .isPositive();
    assertThat(count("select count(*) from log.event where type = 'molecule.moved'")).isPositive();
    assertThat(meanwhile).isNotEmpty().allMatch(RebuiltComparison::equal);
    assertThat(world.outcomes().keySet())
        .contains(
            "accepted",
            "not-found",
            "unauthenticated",
            "forbidden",
            "project-archived",
            "molecule-archived",
            "project-code-taken",
            "duplicate-structure",
            "email-taken",
            "already-invited",
            "invalid-mail-token",
            "verification-outdated");
  }

  @Test
  @Order(2)
  void a_row_that_is_missing_changed_or_too_many_is_found_in_each_table() throws Exception {
    change(
        "delete from command.membership where ctid in (select ctid from command.membership limit"
            + " 1)");
    change(
        "insert into command.membership values (gen_random_uuid(), gen_random_uuid(), 'VIEWER')");
    change(
        """
        update command.claim set holder = gen_random_uuid()
        where ctid in (select ctid from command.claim where kind = 'structure' limit 1)
        """);
    change(
        """
        update command.user_rights set tier = case tier when 'PRO' then 'FREE' else 'PRO' end
        where ctid in (select ctid from command.user_rights limit 1)
        """);
    change(
        "update command.project_guard set archived = not archived where ctid in (select ctid from"
            + " command.project_guard limit 1)");
    change(
        """
        update command.project_counter set reserved = reserved - 1
        where ctid in (select ctid from command.project_counter where reserved > 0 limit 1)
        """);
    change(
        """
        update command.project_counter set reserved = reserved + 7
        where ctid in (select ctid from command.project_counter order by ctid desc limit 1)
        """);

    RebuiltComparison found = moltrail.check().compare();

    assertThat(found.equal()).isFalse();
    assertThat(found.tables())
        .allSatisfy(
            (table, difference) -> {
              assertThat(difference.onlyLive()).isEqualTo(1);
              assertThat(difference.onlyInLog()).isEqualTo(1);
              assertThat(difference.examples()).hasSize(2);
            });
    assertThat(found.wrongCounters()).hasSize(1);
    assertThat(found.reservedInVain()).isEqualTo(7);
  }

  /** However close they stand in the log: the first keeps the claim, the second is told. */
  @Test
  @Order(3)
  void a_structure_that_the_log_has_twice_is_told() throws Exception {
    String copy = UUID.randomUUID().toString();
    change(
        """
        insert into log.event (log_epoch, event_id, aggregate_type, aggregate_id, sequence_number, type, revision,
          timestamp, payload, metadata)
        select log_epoch, '%1$s', aggregate_type, '%1$s', 0, type, revision, timestamp, payload, metadata
        from log.event where type = 'molecule.added' order by transaction_id desc, global_index desc limit 1
        """
            .formatted(copy));

    assertThat(moltrail.check().compare().refusedEvents()).containsExactly(copy);
    superuserOwns("alter table log.event disable trigger event_is_append_only");
    change("delete from log.event where event_id = '" + copy + "'");
    superuserOwns("alter table log.event enable trigger event_is_append_only");
  }

  @Test
  @Order(3)
  void nothing_is_repaired_while_a_command_side_is_connected() {
    assertThatThrownBy(() -> moltrail.repair().repair())
        .isInstanceOf(DecisionTablesRepair.CommandSideRunningException.class);
  }

  @Test
  @Order(4)
  void what_differs_is_repaired_and_reserved_places_come_back() throws Exception {
    moltrail.stop();

    long changed = moltrail.repair().repair();

    assertThat(changed).isPositive();
    RebuiltComparison repaired = moltrail.check().compare();
    assertThat(repaired.equal()).isTrue();
    assertThat(repaired.reservedInVain()).isZero();
    assertThat(moltrail.repair().repair()).isZero();
  }

  @Test
  @Order(5)
  void of_the_erased_no_claim_is_made_and_nothing_fails() throws Exception {
    String onlyOneOnTheirAddress =
        """
        select 'user:' || c.holder from command.claim c join command.user_rights r on r.user_id = c.holder
        where c.kind = 'email' and c.firm and r.tier = 'ENTERPRISE' and not exists (
          select 1 from log.event e where e.aggregate_id = c.holder::text and e.type = 'user.email-changed') limit 1
        """;
    String user = moltrail.superuser().sql(onlyOneOnTheirAddress).query(String.class).single();
    moltrail
        .superuser()
        .sql("select log.destroy_data_key(?)")
        .param(user)
        .query(Integer.class)
        .single();

    RebuiltComparison found = moltrail.check().compare();

    assertThat(found.refusedEvents()).isEmpty();
    assertThat(found.tables().get("claim").onlyLive()).isEqualTo(1);
    assertThat(found.tables().get("claim").examples())
        .allMatch(row -> row.contains(user.substring("user:".length())));
    assertThat(found.tables().get("user_rights").onlyLive()).isZero();
  }

  private static void superuserOwns(String sql) {
    moltrail.superuser().sql(sql).update();
  }

  private static void change(String sql) {
    assertThat(moltrail.superuser().sql(sql).update()).isEqualTo(1);
  }

  private static long count(String sql) {
    return moltrail.superuser().sql(sql).query(Long.class).single();
  }
}
