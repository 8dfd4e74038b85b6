package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Projects are called something else. */
@ExtendWith(Shared.class)
class ProjectsTest {

  private static final Map<String, String> WHY =
      Map.of("X-Change-Reason", "the%20scope%20has%20narrowed");

  private static Installation moltrail;
  private static Person owner;
  private static Person editor;
  private static Person viewer;
  private static Person stranger;

  @BeforeAll
  static void start(Installation shared) {
    moltrail = shared;
    owner = moltrail.person("Owner");
    editor = moltrail.person("Editor");
    viewer = moltrail.person("Viewer");
    stranger = moltrail.person("Stranger");
  }

  @Test
  void a_project_is_renamed_and_described_and_keeps_what_was_not_named() {
    String project = project("NAMES");

    Answer both =
        patch(editor, project, "{\"name\":\"JAK2\",\"description\":\"Oral ones\"}", match(3))
            .expect(200);

    assertThat(both.header("ETag")).isEqualTo("\"5\"");
    assertThat(both.json().toString()).isEqualTo("{\"id\":\"" + project + "\",\"version\":5}");
    Answer last = patch(owner, project, "{\"description\":null}", match(5)).expect(200);
    JsonNode read = viewer.caller().get("/v1/projects/" + project, last.seen()).expect(200).json();
    assertThat(read.get("name").stringValue()).isEqualTo("JAK2");
    assertThat(read.get("description").stringValue()).isEmpty();
    assertThat(read.get("version").asInt()).isEqualTo(6);
    JsonNode history =
        owner
            .caller()
            .get("/v1/projects/" + project + "/history", last.seen())
            .expect(200)
            .json()
            .get("items");
    assertThat(history.findValuesAsString("action"))
        .endsWith("project.renamed", "project.described", "project.described");
    assertThat(history.get(3).get("before").toString()).isEqualTo("{\"name\":\"Names\"}");
    assertThat(history.get(3).get("after").toString()).isEqualTo("{\"name\":\"JAK2\"}");
    assertThat(history.get(5).get("after").toString()).isEqualTo("{\"description\":\"\"}");
  }

  @Test
  void one_field_that_is_wrong_leaves_the_other_as_it_was() {
    String project = project("NONE");

    Answer refused =
        patch(owner, project, "{\"name\":\"JAK2\",\"description\":7}", match(3)).expect(422);

    assertThat(refused.json().get("errors").findValuesAsString("pointer"))
        .containsExactly("/description");
    assertThat(
            owner.caller().get("/v1/projects/" + project).expect(200).json().get("name").asString())
        .isEqualTo("Names");
  }

  @Test
  void renaming_is_refused_in_the_order_of_the_contract() {
    String project = Projects.createRegulated(owner.caller(), "Regulated", "NREG");
    String name = "{\"name\":\"JAK2\"}";

    patch(stranger, project, "{}", Map.of()).expect(404);
    patch(owner, project, "{\"code\":\"NEW\"}", Map.of()).expect(422);
    patch(owner, project, "{\"name\":null}", Map.of()).expect(422);
    patch(owner, project, "{}", Map.of()).expect(422);
    assertThat(patch(owner, project, name, WHY).expect(428).code()).isEqualTo("if-match-required");
    assertThat(patch(owner, project, name, match(99)).expect(428).code())
        .isEqualTo("reason-required");
    patch(owner, project, name, and(WHY, match(99))).expect(412);
    owner
        .caller()
        .call("POST", "/v1/projects/" + project + ":archive", null, and(WHY, match(1)))
        .expect(204);
    patch(owner, project, name, and(WHY, match(1))).expect(412);
    assertThat(patch(owner, project, name, and(WHY, match(2))).expect(409).code())
        .isEqualTo("project-archived");
    patch(viewer, project("VIEW"), "{}", Map.of()).expect(403);
  }

  /** Version 3, with an editor and a viewer. */
  private static String project(String code) {
    String project = Projects.create(owner.caller(), "Names", code);
    Projects.addMember(owner.caller(), project, editor.id(), "EDITOR", 1);
    Projects.addMember(owner.caller(), project, viewer.id(), "VIEWER", 2);
    return project;
  }

  private static Answer patch(Person by, String project, String json, Map<String, String> headers) {
    return by.caller()
        .text(
            "PATCH",
            "/v1/projects/" + project,
            json,
            and(headers, Map.of("Content-Type", "application/json")));
  }

  private static Map<String, String> match(long version) {
    return Map.of("If-Match", "\"" + version + "\"");
  }

  private static Map<String, String> and(Map<String, String> some, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }
}
