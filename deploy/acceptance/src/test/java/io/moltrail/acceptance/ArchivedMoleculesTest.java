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

/** Molecules are put aside and taken out again. */
@ExtendWith(Shared.class)
class ArchivedMoleculesTest {

  private static final String UNKNOWN = "0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90";
  private static final Map<String, String> WHY =
      Map.of("X-Change-Reason", "the%20lot%20was%20mixed%20up");

  private static Installation moltrail;
  private static Person owner;
  private static Person viewer;
  private static Person stranger;

  @BeforeAll
  static void start(Installation shared) {
    moltrail = shared;
    owner = moltrail.person("Owner");
    viewer = moltrail.person("Viewer");
    stranger = moltrail.person("Stranger");
  }

  @Test
  void an_archived_molecule_is_listed_apart_found_as_before_and_keeps_its_name_and_structure() {
    String project = Projects.create(owner.caller(), "Aside", "ASIDE");
    String molecule = Projects.addMolecule(owner.caller(), project, "CCO");
    Projects.addMolecule(owner.caller(), project, "CCN");

    Answer archived = verb(owner, molecule, "archive", match(1)).expect(204);

    assertThat(archived.header("ETag")).isEqualTo("\"2\"");
    assertThat(existing(project).get("id").stringValue()).isEqualTo(molecule);
    assertThat(existing(project).get("archived").booleanValue()).isTrue();
    assertThat(rename(molecule, 2).expect(409).code()).isEqualTo("molecule-archived");
    assertThat(numbers(project, "", archived)).containsExactly("ASIDE-000002");
    assertThat(numbers(project, "?archived=true", archived)).containsExactly("ASIDE-000001");
    assertThat(lookedUp(molecule, archived).get("archived").booleanValue()).isTrue();
    JsonNode read = get("/v1/molecules/" + molecule, archived);
    assertThat(read.get("archived").booleanValue()).isTrue();
    assertThat(read.get("updatedBy").stringValue()).isEqualTo(owner.id());
    JsonNode history = get("/v1/molecules/" + molecule + "/history", archived).get("items");
    assertThat(history.get(1).get("action").stringValue()).isEqualTo("molecule.archived");
    assertThat(history.get(1).get("after").toString()).isEqualTo("{\"archived\":true}");

    Answer restored = verb(owner, molecule, "restore", match(2)).expect(204);

    assertThat(existing(project).get("archived").booleanValue()).isFalse();
    assertThat(numbers(project, "", restored)).containsExactly("ASIDE-000001", "ASIDE-000002");
    rename(molecule, 3).expect(200);
  }

  @Test
  void what_changes_nothing_appends_nothing_and_keeps_the_version() {
    String project = Projects.create(owner.caller(), "Twice", "ASIDE2");
    String molecule = Projects.addMolecule(owner.caller(), project, "CCO");
    verb(owner, molecule, "restore", match(1)).expect(204);
    verb(owner, molecule, "archive", match(1)).expect(204);

    Answer again = verb(owner, molecule, "archive", match(2)).expect(204);

    assertThat(again.header("ETag")).isEqualTo("\"2\"");
    assertThat(again.response().headers().firstValue("X-Consistency-Token")).isEmpty();
  }

  @Test
  void archiving_is_refused_in_the_order_of_the_contract() {
    String project = Projects.createRegulated(owner.caller(), "Regulated", "ASIDE3");
    String member = "/v1/projects/" + project + "/members/" + viewer.id();
    owner.caller().call("PUT", member, Map.of("role", "VIEWER"), because(1)).expect(200);
    String molecule =
        owner
            .caller()
            .call("POST", "/v1/projects/" + project + "/molecules", Map.of("smiles", "CCO"), WHY)
            .expect(201)
            .json()
            .get("id")
            .stringValue();

    for (String verb : List.of("archive", "restore")) {
      moltrail.anonymous().post("/v1/molecules/" + molecule + ":" + verb, Map.of()).expect(401);
      verb(stranger, molecule, verb, Map.of("X-Change-Reason", "%ff")).expect(404);
      verb(owner, UNKNOWN, verb, Map.of()).expect(404);
      verb(viewer, molecule, verb, Map.of("X-Change-Reason", "%ff")).expect(403);
      verb(owner, molecule, verb, Map.of("X-Change-Reason", "%ff")).expect(422);
      assertThat(verb(owner, molecule, verb, WHY).expect(428).code())
          .isEqualTo("if-match-required");
      assertThat(verb(owner, molecule, verb, match(99)).expect(428).code())
          .isEqualTo("reason-required");
      verb(owner, molecule, verb, because(99)).expect(412);
      owner.caller().get("/v1/molecules/" + molecule + ":" + verb).expect(405);
    }
    owner
        .caller()
        .call("POST", "/v1/projects/" + project + ":archive", null, because(2))
        .expect(204);
    verb(owner, molecule, "archive", because(99)).expect(412);
    assertThat(verb(owner, molecule, "archive", because(1)).expect(409).code())
        .isEqualTo("project-archived");
    assertThat(verb(owner, molecule, "restore", because(1)).expect(409).code())
        .isEqualTo("project-archived");
  }

  private static Answer verb(Person by, String molecule, String verb, Map<String, String> headers) {
    return by.caller().call("POST", "/v1/molecules/" + molecule + ":" + verb, null, headers);
  }

  private static Answer rename(String molecule, long version) {
    return owner
        .caller()
        .call("PATCH", "/v1/molecules/" + molecule, Map.of("name", "Ethanol"), match(version));
  }

  private static JsonNode existing(String project) {
    Answer refused =
        owner
            .caller()
            .post("/v1/projects/" + project + "/molecules", Map.of("smiles", "OCC"))
            .expect(409);
    assertThat(refused.code()).isEqualTo("duplicate-structure");
    return refused.json().get("existing");
  }

  private static List<String> numbers(String project, String query, Answer written) {
    return items(get("/v1/projects/" + project + "/molecules" + query, written)).stream()
        .map(it -> it.get("number").stringValue())
        .toList();
  }

  private static JsonNode lookedUp(String molecule, Answer written) {
    return items(get("/v1/molecules/lookup?smiles=OCC", written)).stream()
        .filter(it -> it.get("id").stringValue().equals(molecule))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> items(JsonNode page) {
    return StreamSupport.stream(page.get("items").spliterator(), false).toList();
  }

  private static JsonNode get(String path, Answer written) {
    return owner.caller().get(path, written.seen()).expect(200).json();
  }

  private static Map<String, String> match(long version) {
    return Map.of("If-Match", "\"" + version + "\"");
  }

  private static Map<String, String> because(long version) {
    Map<String, String> all = new HashMap<>(WHY);
    all.putAll(match(version));
    return all;
  }
}
