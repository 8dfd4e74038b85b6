package io.moltrail.query.users;

import static io.moltrail.query.testing.QueryServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.UserRegistered;
import io.moltrail.messages.user.VerifiedBy;
import io.moltrail.query.testing.Given;
import io.moltrail.query.testing.QueryServer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a tier allows, and how much of it is used. */
class QuotaAnswersTest {

  private static final QueryServer SERVER = QueryServer.shared();

  @Test
  void the_tiers_are_those_of_the_contract() {
    assertThat(SERVER.anonymously("/v1/tiers").body())
        .isEqualTo(
            """
            {"items":[\
            {"tier":"FREE","requestsPerMinute":120,"projectsOwned":5,"moleculesPerProject":10000,\
            "importRowsPerDay":20000,"searchesAtOnce":2},\
            {"tier":"PRO","requestsPerMinute":1200,"projectsOwned":50,"moleculesPerProject":250000,\
            "importRowsPerDay":500000,"searchesAtOnce":8},\
            {"tier":"ENTERPRISE","requestsPerMinute":12000,"projectsOwned":null,\
            "moleculesPerProject":5000000,"importRowsPerDay":null,"searchesAtOnce":32}]}\
            """);
  }

  @Test
  void who_owns_nothing_has_it_all_left() {
    UserId ada = user(Tier.FREE);

    assertThat(quota(ada, SERVER.write(new EmailVerified(ada, VerifiedBy.MAIL))).toString())
        .isEqualTo(
            """
            {"tier":"FREE","requestsPerMinute":{"limit":120},"searchesAtOnce":{"limit":2},\
            "projectsOwned":{"used":0,"limit":5},"moleculesPerProject":{"limit":10000},"projects":[]}\
            """);
  }

  @Test
  void what_one_owns_counts_archived_or_not_and_what_others_own_does_not() {
    UserId ada = verified(Tier.PRO);
    UserId grace = verified(Tier.FREE);
    ProjectId empty = project(ada);
    ProjectId full = project(ada);
    ProjectId others = project(grace);
    SERVER.write(new ProjectArchived(full));
    MoleculeId aside = molecule(full, 1);
    SERVER.write(new MoleculeArchived(aside, full));
    molecule(full, 2);
    molecule(others, 1);
    LogPlace now = SERVER.write(new MemberAdded(others, ada, MemberRole.EDITOR));

    JsonNode quota = quota(ada, now);

    assertThat(quota.get("projectsOwned").toString()).isEqualTo("{\"used\":2,\"limit\":50}");
    assertThat(quota.get("projects").findValuesAsString("id"))
        .containsExactly(full.toString(), empty.toString());
    assertThat(quota.get("projects").get(0).get("molecules").toString())
        .isEqualTo("{\"used\":2,\"limit\":250000}");
  }

  @Test
  void what_has_no_limit_says_so_and_only_the_fifty_fullest_are_told() {
    UserId ada = verified(Tier.ENTERPRISE);
    for (int n = 0; n < 50; n++) {
      project(ada);
    }
    ProjectId newest = project(ada);
    molecule(newest, 1);
    LogPlace now = SERVER.write(new ProjectArchived(newest));

    JsonNode quota = quota(ada, now);

    assertThat(quota.get("projectsOwned").toString()).isEqualTo("{\"used\":51,\"limit\":null}");
    assertThat(quota.get("projects")).hasSize(50);
    assertThat(quota.get("projects").get(0).get("id").asString()).isEqualTo(newest.toString());
  }

  private static JsonNode quota(UserId user, LogPlace seen) {
    return json(
        SERVER.get(
            user, "/v1/me/quota", "X-Consistency-Token", SERVER.token(seen), "Prefer", "wait=10"));
  }

  private static UserId verified(Tier tier) {
    UserId user = user(tier);
    SERVER.write(new EmailVerified(user, VerifiedBy.MAIL));
    return user;
  }

  private static UserId user(Tier tier) {
    UserId user = new UserId(Given.uuid());
    SERVER.write(
        new UserRegistered(
            user,
            Erasable.of(new EmailAddress(user + "@example.org")),
            Erasable.of(new DisplayName("Somebody")),
            tier,
            Set.of(SystemRole.USER)));
    return user;
  }

  private static ProjectId project(UserId owner) {
    ProjectId project = new ProjectId(Given.uuid());
    SERVER.write(Given.created(project, owner));
    return project;
  }

  private static MoleculeId molecule(ProjectId project, long number) {
    MoleculeId molecule = new MoleculeId(Given.uuid());
    SERVER.write(Given.added(molecule, project, number, "Ethanol"));
    return molecule;
  }
}
