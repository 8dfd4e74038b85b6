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

/** What a molecule was thought to be is put right. */
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
