package io.moltrail.query.projects;

import static io.moltrail.query.testing.KinaseProject.ETHANOL;
import static io.moltrail.query.testing.KinaseProject.GRACE;
import static io.moltrail.query.testing.KinaseProject.PROJECT;
import static io.moltrail.query.testing.KinaseProject.SERVER;
import static io.moltrail.query.testing.KinaseProject.STRANGER;
import static io.moltrail.query.testing.KinaseProject.get;
import static io.moltrail.query.testing.QueryServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.ProjectRenamed;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.testing.Given;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is answered about projects, and that strangers are told nothing. */
class ProjectAnswersTest {

  @Test
  void my_projects_are_mine_only() {
    assertThat(json(get(GRACE, "/v1/projects")).get("items").findValuesAsString("id"))
        .containsExactly(PROJECT.toString());
    assertThat(json(get(STRANGER, "/v1/projects")).get("items")).isEmpty();
    JsonNode project = json(get(GRACE, "/v1/projects/" + PROJECT));
    assertThat(project.propertyNames())
        .containsExactly(
            "id",
            "name",
            "code",
            "description",
            "regulated",
            "role",
            "memberCount",
            "moleculeCount",
            "createdAt",
            "version");
    assertThat(project.get("moleculeCount").asInt()).isEqualTo(1);
    assertThat(project.get("memberCount").asInt()).isEqualTo(2);
  }

  @Test
  void my_projects_are_found_by_name_code_role_and_whether_they_are_archived() {
    UserId owner = SERVER.user("Owner");
    UserId editor = SERVER.user("Editor");
    ProjectId first = new ProjectId(Given.uuid());
    ProjectId second = new ProjectId(Given.uuid());
    SERVER.write(Given.created(first, owner), new MemberAdded(first, editor, MemberRole.EDITOR));
    SERVER.write(
        Given.created(second, owner),
        new ProjectRenamed(second, Erasable.of(new ProjectName("All 100% pure"))),
        new ProjectArchived(second));
    LogPlace newest = SERVER.write(new MemberAdded(second, editor, MemberRole.VIEWER));
    String both = first + " " + second;

    for (String all : List.of("", "?archived=any", "?role=OWNER", "?q=kin", "?sort=createdAt")) {
      assertThat(projects(owner, all, newest)).as(all).isEqualTo(both);
    }
    for (String one : List.of("?archived=false", "?q=INHIB", "?sort=-name&limit=1")) {
      assertThat(projects(owner, one, newest)).as(one).isEqualTo(first.toString());
    }
    for (String other : List.of("?archived=true", "?q=0%25%20p", "?sort=name&limit=1")) {
      assertThat(projects(owner, other, newest)).as(other).isEqualTo(second.toString());
    }
    for (String none : List.of("?role=EDITOR", "?q=_", "?archived=true&q=kinase")) {
      assertThat(projects(owner, none, newest)).as(none).isEmpty();
    }
    assertThat(projects(editor, "?role=EDITOR", newest)).isEqualTo(first.toString());
  }

  @Test
  void a_cursor_over_projects_keeps_to_its_filters_and_a_total_counts_what_is_found() {
    UserId owner = SERVER.user("Owner");
    SERVER.write(Given.created(new ProjectId(Given.uuid()), owner));
    SERVER.write(Given.created(new ProjectId(Given.uuid()), owner));
    LogPlace newest = SERVER.write(Given.created(new ProjectId(Given.uuid()), owner));
    String list = "/v1/projects?limit=2&sort=-code&role=OWNER";
    JsonNode page = json(latest(owner, list, newest));
    String cursor = "/v1/projects?cursor=" + page.get("next").asString();

    assertThat(page.get("total").asInt()).isEqualTo(3);
    assertThat(json(latest(owner, cursor, newest)).get("items").findValuesAsString("id"))
        .hasSize(1)
        .doesNotContainAnyElementsOf(page.get("items").findValuesAsString("id"));
    for (String other : List.of("&q=x", "&role=VIEWER", "&archived=true", "&sort=code")) {
      assertThat(latest(owner, cursor + other, newest).statusCode()).as(other).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%00", "archived=perhaps", "role=ADMIN", "sort=colour", "limit=0"})
  void a_parameter_that_is_not_as_it_must_be_is_named(String parameter) {
    HttpResponse<String> answer = get(GRACE, "/v1/projects?" + parameter);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(json(answer).get("errors").get(0).get("pointer").asString())
        .isEqualTo("/" + parameter.substring(0, parameter.indexOf('=')));
  }

  private static String projects(UserId user, String query, LogPlace newest) {
    return String.join(
        " ",
        json(latest(user, "/v1/projects" + query, newest)).get("items").findValuesAsString("id"));
  }

  private static HttpResponse<String> latest(UserId user, String path, LogPlace newest) {
    return SERVER.get(
        user,
        path,
        "X-Consistency-Token",
        SERVER.token(newest),
        "Prefer",
        "return=total-count, wait=10");
  }

  @Test
  void the_members_are_listed_in_the_order_in_which_they_came() {
    HttpResponse<String> answer = get(GRACE, "/v1/projects/" + PROJECT + "/members");

    assertThat(json(answer).get("items").findValuesAsString("displayName"))
        .containsExactly("Ada", "Grace");
    assertThat(json(answer).get("items").findValuesAsString("role"))
        .containsExactly("OWNER", "VIEWER");
    assertThat(answer.headers().firstValue("ETag")).contains("\"2\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/members", "/history", "/molecules", "/stats"})
  void a_stranger_is_told_the_same_of_a_project_that_is_there_as_of_one_that_is_not(String what) {
    assertSameRefusal("/v1/projects/" + PROJECT + what, "/v1/projects/" + Given.uuid() + what);
    assertSameRefusal("/v1/projects/" + PROJECT + what, "/v1/projects/nonsense" + what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/history"})
  void a_stranger_is_told_the_same_of_a_molecule_that_is_there_as_of_one_that_is_not(String what) {
    assertSameRefusal("/v1/molecules/" + ETHANOL + what, "/v1/molecules/" + Given.uuid() + what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/members?limit=0",
        "/history?limit=many",
        "/molecules?limit=201",
        "/molecules?archived=perhaps",
        "/molecules?sort=colour",
        "/molecules?q=%00",
      })
  void what_is_wrong_with_a_query_is_told_only_to_those_who_may_see_the_project(String what) {
    assertThat(get(GRACE, "/v1/projects/" + PROJECT + what).statusCode()).isEqualTo(422);
    assertSameRefusal("/v1/projects/" + PROJECT + what, "/v1/projects/" + Given.uuid() + what);
  }

  private static void assertSameRefusal(String there, String nowhere) {
    HttpResponse<String> one = get(STRANGER, there);
    HttpResponse<String> other = get(STRANGER, nowhere);

    assertThat(one.statusCode()).isEqualTo(404);
    assertThat(withoutTrace(one)).isEqualTo(withoutTrace(other));
  }

  private static String withoutTrace(HttpResponse<String> answer) {
    JsonNode problem = json(answer);
    return answer.statusCode()
        + problem.get("type").asString()
        + problem.get("title").asString()
        + problem.get("detail").asString();
  }
}
