package io.moltrail.query.projects;

import static io.moltrail.query.testing.QueryServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moltrail.messages.LogPlace;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRemoved;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.RoleGranted;
import io.moltrail.messages.user.RoleRevoked;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.testing.Given;
import io.moltrail.query.testing.QueryServer;
import io.moltrail.web.security.Loss;
import io.moltrail.web.security.LostRole;
import io.moltrail.web.security.LostRoles;
import io.moltrail.web.security.LostSystemRole;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What the command side has taken away counts at once, though the rows still show it. */
class LostRolesTest {

  private static final QueryServer SERVER = QueryServer.shared();

  private final UserId owner = SERVER.user("Ada");
  private final UserId member = SERVER.user("Grace");
  private final ProjectId project = new ProjectId(Given.uuid());
  private final ProjectId another = new ProjectId(Given.uuid());
  private final MoleculeId molecule = new MoleculeId(Given.uuid());

  /** The member is there from version 2 on, in both projects. */
  @BeforeEach
  void join() {
    SERVER.write(
        Given.created(project, owner), new MemberAdded(project, member, MemberRole.EDITOR));
    SERVER.write(Given.added(molecule, project, 1, "Ethanol"));
    LogPlace now =
        SERVER.write(
            Given.created(another, owner), new MemberAdded(another, member, MemberRole.VIEWER));
    assertThat(get("/v1/projects/" + project, now).statusCode()).isEqualTo(200);
  }

  @Test
  void who_is_removed_reads_nothing_of_the_project_any_more() {
    lose(3, Optional.empty());

    for (String path :
        new String[] {
          "/v1/projects/" + project,
          "/v1/projects/" + project + "/members",
          "/v1/projects/" + project + "/molecules",
          "/v1/projects/" + project + "/history",
          "/v1/molecules/" + molecule,
          "/v1/molecules/" + molecule + "/history"
        }) {
      awaitHidden(path);
      assertThat(SERVER.get(owner, path).statusCode()).as(path).isEqualTo(200);
    }
    soon().until(() -> ids("/v1/projects").equals(List.of(another.toString())));
    soon().until(() -> ids("/v1/molecules/lookup?inchiKey=LFQSCWFLJHTTHZ-UHFFFAOYSA-N").isEmpty());
    soon().until(() -> total() == 1);
  }

  @Test
  void who_is_added_again_is_let_in_as_soon_as_the_rows_say_so() {
    lose(3, Optional.empty());
    LogPlace added =
        SERVER.write(
            new MemberRemoved(project, member),
            new MemberAdded(project, member, MemberRole.VIEWER));

    assertThat(get("/v1/projects/" + project, added).statusCode()).isEqualTo(200);
    assertThat(ids("/v1/projects")).containsExactly(project.toString(), another.toString());
  }

  @Test
  void a_lesser_role_counts_and_the_newest_word_wins() {
    lose(3, Optional.of(MemberRole.VIEWER));
    soon()
        .until(
            () ->
                json(SERVER.get(member, "/v1/projects/" + project))
                    .required("role")
                    .asString()
                    .equals("VIEWER"));

    lose(5, Optional.empty());
    lose(4, Optional.of(MemberRole.EDITOR));
    awaitHidden("/v1/projects/" + project);
  }

  @Test
  void what_the_rows_have_passed_counts_no_more() {
    lose(2, Optional.empty());

    assertThat(SERVER.get(member, "/v1/projects/" + project).statusCode()).isEqualTo(200);
  }

  @Test
  void who_is_no_administrator_any_more_sees_no_users_any_more() {
    SERVER.write(new RoleGranted(member, SystemRole.ADMIN));
    soon().until(() -> SERVER.get(member, "/v1/admin/users").statusCode() == 200);

    lose(new LostSystemRole(SystemRole.ADMIN, 4));
    soon().until(() -> SERVER.get(member, "/v1/admin/users").statusCode() == 403);

    SERVER.write(
        new RoleRevoked(member, SystemRole.ADMIN), new RoleGranted(member, SystemRole.ADMIN));
    soon().until(() -> SERVER.get(member, "/v1/admin/users").statusCode() == 200);
  }

  private void lose(long version, Optional<MemberRole> left) {
    lose(new LostRole(project, version, left));
  }

  /** A slow Redis is passed over for a second: it is told until it knows. */
  private void lose(Loss loss) {
    soon()
        .until(
            () -> {
              SERVER.bean(LostRoles.class).add(member, loss);
              return SERVER
                      .bean(StringRedisTemplate.class)
                      .opsForHash()
                      .get("moltrail:lost:" + member, loss.about())
                  != null;
            });
  }

  private void awaitHidden(String path) {
    soon()
        .untilAsserted(
            () -> assertThat(SERVER.get(member, path).statusCode()).as(path).isEqualTo(404));
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(30)).ignoreException(QueryTimeoutException.class);
  }

  private int total() {
    return json(SERVER.get(member, "/v1/projects", "Prefer", "return=total-count"))
        .required("total")
        .asInt();
  }

  private List<String> ids(String path) {
    return json(SERVER.get(member, path)).required("items").findValuesAsString("id");
  }

  private HttpResponse<String> get(String path, LogPlace seen) {
    return SERVER.get(member, path, "X-Consistency-Token", SERVER.token(seen), "Prefer", "wait=10");
  }
}
