package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Members go, and projects are archived and restored. */
@ExtendWith(Shared.class)
class MembersTest {

  private static final String UNKNOWN = "0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90";

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
  void whom_the_owner_removes_sees_nothing_any_more() {
    String project = project("GONE");
    String molecule = Projects.addMolecule(owner.caller(), project, "CCO");

    Answer removed = remove(owner, project, editor.id(), match(3)).expect(204);

    assertThat(removed.header("ETag")).isEqualTo("\"4\"");
    assertThat(removed.body()).isEmpty();
    for (String path : List.of("", "/members", "/molecules", "/history")) {
      editor.caller().get("/v1/projects/" + project + path, removed.seen()).expect(404);
    }
    editor.caller().get("/v1/molecules/" + molecule, removed.seen()).expect(404);
    add(editor, project, "CCN", Map.of()).expect(404);
    assertThat(ids(owner.caller().get("/v1/projects/" + project + "/members", removed.seen())))
        .containsExactly(owner.id(), viewer.id());
    JsonNode last = last(project, removed);
    assertThat(last.get("action").stringValue()).isEqualTo("project.member-removed");
    assertThat(last.get("before").toString())
        .isEqualTo("{\"members\":{\"" + editor.id() + "\":\"EDITOR\"}}");
    assertThat(last.get("after").toString()).isEqualTo("{\"members\":{}}");
    remove(owner, project, editor.id(), match(4)).expect(404);
    Projects.addMember(owner.caller(), project, editor.id(), "VIEWER", 4);
  }

  @Test
  void who_leaves_needs_no_version_but_is_held_to_the_one_they_name() {
    String project = project("LEAVE");

    assertThat(remove(viewer, project, viewer.id(), match(2)).expect(412).code())
        .isEqualTo("stale-version");
    Answer left = remove(viewer, project, viewer.id(), Map.of()).expect(204);

    viewer.caller().get("/v1/projects/" + project, left.seen()).expect(404);
    remove(viewer, project, viewer.id(), Map.of()).expect(404);
    assertThat(left.header("ETag")).isEqualTo("\"4\"");
  }

  @Test
  void removing_a_member_is_refused_in_the_order_of_the_contract() {
    String project = project("ORDER");
    Map<String, String> stale = match(99);
    Map<String, String> badReason = Map.of("X-Change-Reason", "%ff");

    moltrail.anonymous().call("DELETE", member(project, editor.id()), null, Map.of()).expect(401);
    remove(owner, project, editor.id(), Map.of("If-Match", "latest")).expect(400);
    remove(stranger, project, editor.id(), badReason).expect(404);
    remove(stranger, project, stranger.id(), Map.of()).expect(404);
    remove(owner, UNKNOWN, editor.id(), Map.of()).expect(404);
    remove(viewer, project, stranger.id(), Map.of()).expect(404);
    remove(owner, project, stranger.id(), stale).expect(404);
    remove(editor, project, viewer.id(), badReason).expect(403);
    remove(owner, project, editor.id(), badReason).expect(422);
    assertThat(remove(owner, project, editor.id(), Map.of()).expect(428).code())
        .isEqualTo("if-match-required");
    remove(owner, project, editor.id(), stale).expect(412);
    remove(owner, project, owner.id(), stale).expect(412);
    assertThat(remove(owner, project, owner.id(), Map.of()).expect(409).code())
        .isEqualTo("owner-stays-owner");
  }

  @Test
  void an_archived_project_can_be_read_and_left_and_takes_no_change() {
    String project = project("KEEP");
    String molecule = Projects.addMolecule(owner.caller(), project, "CCO");

    Answer archived = verb(owner, project, "archive", match(3)).expect(204);

    assertThat(archived.header("ETag")).isEqualTo("\"4\"");
    for (String path : List.of("", "/members", "/molecules", "/history")) {
      viewer.caller().get("/v1/projects/" + project + path, archived.seen()).expect(200);
    }
    assertThat(
            viewer
                .caller()
                .get("/v1/molecules/" + molecule, archived.seen())
                .expect(200)
                .json()
                .get("archived")
                .booleanValue())
        .isFalse();
    assertThat(last(project, archived).get("after").toString()).isEqualTo("{\"archived\":true}");
    refusedAsArchived(add(editor, project, "CCN", Map.of()));
    refusedAsArchived(
        editor
            .caller()
            .post(
                "/v1/projects/" + project + "/molecules:batch",
                Map.of("items", List.of(Map.of("smiles", "CCN")))));
    refusedAsArchived(rename(editor, molecule, match(1)));
    refusedAsArchived(put(project, stranger.id(), match(4)));
    refusedAsArchived(put(project, viewer.id(), match(4)));
    remove(viewer, project, viewer.id(), Map.of()).expect(204);
    remove(owner, project, editor.id(), match(5)).expect(204);
    verb(owner, project, "restore", match(6)).expect(204);
    add(owner, project, "CCN", Map.of()).expect(201);
  }

  @Test
  void what_changes_nothing_appends_nothing_and_keeps_the_version() {
    String project = project("TWICE");
    verb(owner, project, "restore", match(3)).expect(204);
    verb(owner, project, "archive", match(3)).expect(204);

    Answer again = verb(owner, project, "archive", match(4)).expect(204);

    assertThat(again.header("ETag")).isEqualTo("\"4\"");
    assertThat(again.response().headers().firstValue("X-Consistency-Token")).isEmpty();
    verb(owner, project, "archive", match(3)).expect(412);
  }

  @Test
  void archiving_is_refused_in_the_order_of_the_contract() {
    String project = Projects.createRegulated(owner.caller(), "Regulated", "REG");
    Map<String, String> why = Map.of("X-Change-Reason", "the%20study%20is%20over");
    String molecule = add(owner, project, "CCO", why).expect(201).json().get("id").stringValue();

    for (String verb : List.of("archive", "restore")) {
      moltrail.anonymous().post("/v1/projects/" + project + ":" + verb, Map.of()).expect(401);
      verb(stranger, project, verb, Map.of("X-Change-Reason", "%ff")).expect(404);
      verb(owner, UNKNOWN, verb, Map.of()).expect(404);
      verb(owner, project, verb, Map.of("X-Change-Reason", "%ff")).expect(422);
      assertThat(verb(owner, project, verb, why).expect(428).code()).isEqualTo("if-match-required");
      assertThat(verb(owner, project, verb, match(99)).expect(428).code())
          .isEqualTo("reason-required");
      verb(owner, project, verb, and(why, match(99))).expect(412);
      owner.caller().get("/v1/projects/" + project + ":" + verb).expect(405);
    }
    verb(owner, project, "archive", and(why, match(1))).expect(204);
    assertThat(add(owner, project, "C(C)(C)(C)(C)C", Map.of()).expect(428).code())
        .isEqualTo("reason-required");
    refusedAsArchived(add(owner, project, "C(C)(C)(C)(C)C", why));
    rename(owner, molecule, and(why, match(99))).expect(412);
    refusedAsArchived(rename(owner, molecule, and(why, match(1))));
  }

  /** Version 3, with an editor and a viewer. */
  private static String project(String code) {
    String project = Projects.create(owner.caller(), "Members", code);
    Projects.addMember(owner.caller(), project, editor.id(), "EDITOR", 1);
    Projects.addMember(owner.caller(), project, viewer.id(), "VIEWER", 2);
    return project;
  }

  private static Answer remove(
      Person by, String project, String user, Map<String, String> headers) {
    return by.caller().call("DELETE", member(project, user), null, headers);
  }

  private static Answer put(String project, String user, Map<String, String> headers) {
    return owner.caller().call("PUT", member(project, user), Map.of("role", "EDITOR"), headers);
  }

  private static Answer verb(Person by, String project, String verb, Map<String, String> headers) {
    return by.caller().call("POST", "/v1/projects/" + project + ":" + verb, null, headers);
  }

  private static Answer add(Person by, String project, String smiles, Map<String, String> headers) {
    return by.caller()
        .call("POST", "/v1/projects/" + project + "/molecules", Map.of("smiles", smiles), headers);
  }

  private static Answer rename(Person by, String molecule, Map<String, String> headers) {
    return by.caller()
        .call("PATCH", "/v1/molecules/" + molecule, Map.of("name", "Ethanol"), headers);
  }

  private static void refusedAsArchived(Answer answer) {
    assertThat(answer.expect(409).code()).isEqualTo("project-archived");
  }

  private static JsonNode last(String project, Answer written) {
    JsonNode items =
        owner
            .caller()
            .get("/v1/projects/" + project + "/history", written.seen())
            .expect(200)
            .json()
            .get("items");
    return items.get(items.size() - 1);
  }

  private static List<String> ids(Answer members) {
    return StreamSupport.stream(members.expect(200).json().get("items").spliterator(), false)
        .map(it -> it.get("userId").stringValue())
        .toList();
  }

  private static String member(String project, String user) {
    return "/v1/projects/" + project + "/members/" + user;
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
