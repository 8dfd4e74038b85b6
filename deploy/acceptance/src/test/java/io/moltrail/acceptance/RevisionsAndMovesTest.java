package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a molecule was thought to be is put right, and where it stood. */
@ExtendWith(Shared.class)
class RevisionsAndMovesTest {

  private static final String UNKNOWN = "0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90";

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
  void a_revised_molecule_keeps_its_number_and_its_former_structure_is_free_again() {
    String project = Projects.create(owner.caller(), "Revised", "REV");
    String molecule = Projects.addMolecule(owner.caller(), project, "CCO");
    String other = Projects.addMolecule(owner.caller(), project, "CCC");

    Answer revised = revise(owner, molecule, "NCC", match(1)).expect(201);

    assertThat(revised.header("ETag")).isEqualTo("\"2\"");
    assertThat(revised.header("Location")).isEqualTo("/v1/molecules/" + molecule);
    JsonNode read = get(owner, "/v1/molecules/" + molecule, revised);
    assertThat(revised.json()).isEqualTo(read);
    assertThat(read.get("smiles").stringValue()).isEqualTo("CCN");
    assertThat(read.get("submitted").stringValue()).isEqualTo("NCC");
    assertThat(read.get("number").stringValue()).isEqualTo("REV-000001");
    assertThat(found(owner, "CCN", revised)).contains(molecule);
    assertThat(found(owner, "CCO", revised)).doesNotContain(molecule);
    JsonNode told = get(owner, "/v1/molecules/" + molecule + "/history", revised).get("items");
    assertThat(told.get(1).get("action").stringValue()).isEqualTo("molecule.structure-revised");
    assertThat(told.get(1).get("reason").stringValue()).isEqualTo("mixed up");
    assertThat(told.get(1).get("before").get("smiles").stringValue()).isEqualTo("CCO");
    assertThat(told.get(1).get("after").get("smiles").stringValue()).isEqualTo("CCN");
    Answer duplicate = revise(owner, molecule, "C(C)C", match(2)).expect(409);
    assertThat(duplicate.code()).isEqualTo("duplicate-structure");
    assertThat(duplicate.json().get("existing").get("id").stringValue()).isEqualTo(other);
    Projects.addMolecule(owner.caller(), project, "OCC");
  }

  @Test
  void another_spelling_is_a_revision_and_the_same_one_changes_nothing() {
    String project = Projects.create(owner.caller(), "Spelled", "SPELL");
    String molecule = Projects.addMolecule(owner.caller(), project, "CCO");

    Answer spelled = revise(owner, molecule, "OCC", match(1)).expect(201);
    Answer again = revise(owner, molecule, "OCC", match(2)).expect(201);

    assertThat(spelled.json().get("submitted").stringValue()).isEqualTo("OCC");
    assertThat(again.json()).isEqualTo(spelled.json());
    assertThat(again.response().headers().firstValue("X-Consistency-Token")).isEmpty();
  }

  @Test
  void revisions_are_refused_in_the_order_of_the_contract() {
    String project = Projects.create(owner.caller(), "Order", "REVO");
    Projects.addMember(owner.caller(), project, viewer.id(), "VIEWER", 1);
    String molecule = Projects.addMolecule(owner.caller(), project, "CCO");
    String path = "/v1/molecules/" + molecule;

    revise(stranger, molecule, "", Map.of()).expect(404);
    revise(owner, UNKNOWN, "", Map.of()).expect(404);
    revise(viewer, molecule, "", Map.of()).expect(403);
    owner.caller().post(path + "/revisions", Map.of("smiles", "CCN")).expect(422);
    owner.caller().post(path + "/revisions", Map.of("smiles", "CCN", "reason", " ")).expect(422);
    revise(owner, molecule, "CC(", Map.of()).expect(428);
    revise(owner, molecule, "CC(", match(9)).expect(412);
    owner.caller().call("POST", path + ":archive", null, match(1)).expect(204);
    assertThat(revise(owner, molecule, "CC(", match(2)).expect(409).code())
        .isEqualTo("molecule-archived");
    owner.caller().call("POST", path + ":restore", null, match(2)).expect(204);
    assertThat(revise(owner, molecule, "CC(", match(3)).expect(422).code())
        .isEqualTo("invalid-structure");
    owner.caller().call("POST", "/v1/projects/" + project + ":archive", null, match(2)).expect(204);
    assertThat(revise(owner, molecule, "CC(", match(3)).expect(409).code())
        .isEqualTo("project-archived");
  }

  @Test
  void a_moved_molecule_is_read_with_its_history_by_the_other_projects_members_alone() {
    String from = Projects.create(owner.caller(), "From", "FROM");
    String to = Projects.create(owner.caller(), "To", "TO");
    Projects.addMember(owner.caller(), from, stranger.id(), "VIEWER", 1);
    Projects.addMember(owner.caller(), to, viewer.id(), "VIEWER", 1);
    String molecule = Projects.addMolecule(owner.caller(), from, "CCO");
    revise(owner, molecule, "NCC", match(1)).expect(201);
    String path = "/v1/molecules/" + molecule;

    Answer moved = move(owner, molecule, to, match(2)).expect(204);

    assertThat(moved.header("ETag")).isEqualTo("\"3\"");
    JsonNode read = get(viewer, path, moved);
    assertThat(read.get("projectId").stringValue()).isEqualTo(to);
    assertThat(read.get("number").stringValue()).isEqualTo("TO-000001");
    assertThat(read.get("smiles").stringValue()).isEqualTo("CCN");
    assertThat(read.get("createdBy").stringValue()).isEqualTo(owner.id());
    assertThat(found(viewer, "CCN", moved)).containsExactly(molecule);
    assertThat(found(stranger, "CCN", moved)).isEmpty();
    stranger.caller().get(path, moved.seen()).expect(404);
    stranger.caller().get(path + "/history", moved.seen()).expect(404);
    assertThat(count(owner, from, moved)).isZero();
    assertThat(count(owner, to, moved)).isEqualTo(1);

    JsonNode story = get(viewer, path + "/history", moved).get("items");
    assertThat(story.get(0).get("after").get("smiles").stringValue()).isEqualTo("CCO");
    assertThat(story.get(2).get("before").get("number").stringValue()).isEqualTo("FROM-000001");
    assertThat(story.get(2).get("after").get("number").stringValue()).isEqualTo("TO-000001");
    JsonNode left = last(get(stranger, "/v1/projects/" + from + "/history", moved));
    assertThat(left.get("action").stringValue()).isEqualTo("molecule.moved");
    assertThat(left.get("after").toString()).isEqualTo("{\"projectId\":\"" + to + "\"}");
    JsonNode came = last(get(viewer, "/v1/projects/" + to + "/history", moved));
    assertThat(came.get("eventId")).isEqualTo(left.get("eventId"));
    assertThat(came.get("after").get("number").stringValue()).isEqualTo("TO-000001");

    Answer renamed =
        owner.caller().call("PATCH", path, Map.of("name", "Later"), match(3)).expect(200);
    assertThat(last(get(stranger, "/v1/projects/" + from + "/history", renamed))).isEqualTo(left);
    Projects.addMolecule(owner.caller(), from, "CCN");
  }

  @Test
  void moves_are_refused_in_the_order_of_the_contract() {
    String from = Projects.create(owner.caller(), "Order", "MOVO");
    String to = Projects.createRegulated(owner.caller(), "Regulated", "MOVR");
    String hidden = Projects.create(stranger.caller(), "Hidden", "HIDE");
    String looking = Projects.create(stranger.caller(), "Looking", "LOOK");
    Projects.addMember(stranger.caller(), looking, owner.id(), "VIEWER", 1);
    Projects.addMember(owner.caller(), from, viewer.id(), "VIEWER", 1);
    String molecule = Projects.addMolecule(owner.caller(), from, "CCO");
    Map<String, String> because = Map.of("If-Match", "\"1\"", "X-Change-Reason", "it%20belongs");

    move(stranger, molecule, "", Map.of()).expect(404);
    move(viewer, molecule, "", Map.of()).expect(403);
    move(owner, molecule, "nowhere", Map.of()).expect(422);
    Answer unseen = move(owner, molecule, hidden, Map.of()).expect(404);
    Answer unknown = move(owner, molecule, UNKNOWN, Map.of()).expect(404);
    assertThat(unseen.json().get("detail")).isEqualTo(unknown.json().get("detail"));
    move(owner, molecule, looking, Map.of()).expect(403);
    assertThat(move(owner, molecule, to, Map.of()).expect(428).code())
        .isEqualTo("if-match-required");
    assertThat(move(owner, molecule, to, match(1)).expect(428).code()).isEqualTo("reason-required");
    move(owner, molecule, to, Map.of("If-Match", "\"9\"", "X-Change-Reason", "x")).expect(412);
    owner.caller().call("POST", "/v1/projects/" + to + ":archive", null, because).expect(204);
    assertThat(move(owner, molecule, to, because).expect(409).code()).isEqualTo("project-archived");
    Answer stays = move(owner, molecule, from, match(1)).expect(204);
    assertThat(stays.header("ETag")).isEqualTo("\"1\"");
    assertThat(stays.response().headers().firstValue("X-Consistency-Token")).isEmpty();
  }

  private static Answer move(
      Person by, String molecule, String project, Map<String, String> headers) {
    return by.caller()
        .call("POST", "/v1/molecules/" + molecule + ":move", Map.of("projectId", project), headers);
  }

  private static long count(Person by, String project, Answer written) {
    return get(by, "/v1/projects/" + project, written).get("moleculeCount").longValue();
  }

  private static JsonNode last(JsonNode page) {
    JsonNode items = page.get("items");
    return items.get(items.size() - 1);
  }

  private static Answer revise(
      Person by, String molecule, String smiles, Map<String, String> headers) {
    return by.caller()
        .call(
            "POST",
            "/v1/molecules/" + molecule + "/revisions",
            Map.of("smiles", smiles, "reason", "mixed up"),
            headers);
  }

  private static List<String> found(Person by, String smiles, Answer written) {
    JsonNode page = get(by, "/v1/molecules/lookup?smiles=" + smiles, written);
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .map(it -> it.get("id").stringValue())
        .toList();
  }

  private static JsonNode get(Person by, String path, Answer written) {
    return by.caller().get(path, written.seen()).expect(200).json();
  }

  private static Map<String, String> match(long version) {
    return Map.of("If-Match", "\"" + version + "\"");
  }
}
