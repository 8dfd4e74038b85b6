package io.moltrail.query.projects;

import static io.moltrail.query.testing.KinaseProject.ETHANOL;
import static io.moltrail.query.testing.KinaseProject.GRACE;
import static io.moltrail.query.testing.KinaseProject.PROJECT;
import static io.moltrail.query.testing.KinaseProject.STRANGER;
import static io.moltrail.query.testing.KinaseProject.get;
import static io.moltrail.query.testing.QueryServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.query.testing.Given;
import java.net.http.HttpResponse;
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
  void the_members_are_listed_in_the_order_in_which_they_came() {
    HttpResponse<String> answer = get(GRACE, "/v1/projects/" + PROJECT + "/members");

    assertThat(json(answer).get("items").findValuesAsString("displayName"))
        .containsExactly("Ada", "Grace");
    assertThat(json(answer).get("items").findValuesAsString("role"))
        .containsExactly("OWNER", "VIEWER");
    assertThat(answer.headers().firstValue("ETag")).contains("\"2\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/members", "/history", "/molecules"})
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
