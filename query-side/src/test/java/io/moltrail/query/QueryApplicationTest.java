package io.moltrail.query;

import static io.moltrail.query.testing.QueryServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moltrail.messages.LogPlace;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.VerifiedBy;
import io.moltrail.query.platform.database.LiveView;
import io.moltrail.query.platform.projection.LiveProjection;
import io.moltrail.query.testing.Given;
import io.moltrail.query.testing.QueryServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Read your writes, and when no answer is given at all. */
class QueryApplicationTest {

  private static final QueryServer SERVER = QueryServer.shared();
  private static final UserId ADA = SERVER.user("Ada");

  @Test
  void of_a_hundred_writes_none_is_missing_when_it_is_read_back_at_once() {
    ProjectId project = new ProjectId(Given.uuid());
    SERVER.write(Given.created(project, ADA));

    for (int i = 1; i <= 100; i++) {
      MoleculeId molecule = new MoleculeId(Given.uuid());
      LogPlace place = SERVER.write(Given.added(molecule, project, i, "M " + i));

      HttpResponse<String> answer =
          SERVER.get(
              ADA,
              "/v1/molecules/" + molecule,
              "X-Consistency-Token",
              SERVER.token(place),
              "Prefer",
              "wait=10");

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.headers().firstValue("X-Projection-Lag-Ms")).isPresent();
    }
    assertThat(json(SERVER.get(ADA, "/v1/projects/" + project)).get("moleculeCount").asInt())
        .isEqualTo(100);
  }

  @Test
  void a_user_who_has_just_been_registered_is_let_in_with_the_token_of_that_write() {
    UserId newcomer = new UserId(Given.uuid());
    LogPlace place =
        SERVER.write(
            Given.registered(newcomer, "New"), new EmailVerified(newcomer, VerifiedBy.MAIL));

    HttpResponse<String> me =
        SERVER.get(
            newcomer, "/v1/me", "X-Consistency-Token", SERVER.token(place), "Prefer", "wait=10");

    assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
    assertThat(json(me).get("displayName").asString()).isEqualTo("New");
    assertThat(me.headers().firstValue("ETag")).contains("\"2\"");
  }

  @Test
  void a_write_that_the_log_no_longer_holds_is_a_conflict_and_not_a_wait() {
    settled();
    String token = SERVER.token(new LogPlace(0, 1L << 40, 1L << 40));

    HttpResponse<String> answer = SERVER.get(ADA, "/v1/projects", "X-Consistency-Token", token);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(json(answer).get("type").asString()).isEqualTo("/problems/log-restored");
  }

  @Test
  void while_nothing_is_written_to_the_read_tables_no_answer_is_better_than_a_stale_one() {
    settled();
    LiveProjection projection = SERVER.bean(LiveProjection.class);
    projection.stop();
    try {
      UserId grace = new UserId(Given.uuid());
      LogPlace place = SERVER.write(Given.registered(grace, "Grace"));

      HttpResponse<String> impatient =
          SERVER.get(ADA, "/v1/me", "X-Consistency-Token", SERVER.token(place), "Prefer", "wait=0");
      assertThat(impatient.statusCode()).isEqualTo(503);
      assertThat(json(impatient).get("type").asString()).isEqualTo("/problems/projection-lag");
      assertThat(impatient.headers().firstValue("Retry-After")).contains("1");

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(SERVER.get(ADA, "/v1/me").statusCode()).isEqualTo(503));
    } finally {
      projection.start(SERVER.bean(LiveView.class).current());
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(SERVER.get(ADA, "/v1/me").statusCode()).isEqualTo(200));
  }

  @Test
  void a_right_that_was_given_a_moment_ago_counts_with_its_token() {
    UserId grace = SERVER.user("Grace");
    ProjectId project = new ProjectId(Given.uuid());
    SERVER.write(Given.created(project, ADA));
    LogPlace place = SERVER.write(new MemberAdded(project, grace, MemberRole.VIEWER));

    HttpResponse<String> answer =
        SERVER.get(
            grace,
            "/v1/projects/" + project,
            "X-Consistency-Token",
            SERVER.token(place),
            "Prefer",
            "wait=10");

    assertThat(json(answer).get("role").asString()).isEqualTo("VIEWER");
  }

  @Test
  void it_is_ready_and_says_what_the_tiers_grant_to_anybody() {
    settled();

    assertThat(SERVER.anonymously("/health/ready").statusCode()).isEqualTo(200);
    assertThat(
            json(SERVER.anonymously("/v1/tiers"))
                .get("items")
                .get(0)
                .get("requestsPerMinute")
                .asInt())
        .isEqualTo(120);
    assertThat(SERVER.anonymously("/v1/projects").statusCode()).isEqualTo(401);
  }

  @Test
  void the_api_document_says_of_each_query_what_it_takes_and_answers() {
    JsonNode paths = json(SERVER.anonymously("/v3/api-docs")).get("paths");

    for (String path :
        List.of(
            "/v1/me",
            "/v1/projects",
            "/v1/projects/{pid}",
            "/v1/projects/{pid}/members",
            "/v1/projects/{pid}/history",
            "/v1/projects/{pid}/molecules",
            "/v1/molecules/{mid}",
            "/v1/molecules/{mid}/history",
            "/v1/molecules/lookup")) {
      JsonNode query = paths.get(path).get("get");
      assertThat(query.get("parameters").findValuesAsString("name"))
          .as(path)
          .contains("X-Consistency-Token", "Prefer")
          .doesNotContain("schema", "caller", "page");
      assertThat(query.get("responses").propertyNames()).as(path).contains("200", "409", "503");
      assertThat(query.get("responses").get("200").get("headers").get("X-Projection-Lag-Ms"))
          .as(path)
          .isNotNull();
    }
  }

  private static void settled() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(SERVER.get(ADA, "/v1/me").statusCode()).isEqualTo(200));
  }
}
