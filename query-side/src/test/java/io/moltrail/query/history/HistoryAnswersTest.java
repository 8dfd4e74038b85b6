package io.moltrail.query.history;

import static io.moltrail.query.testing.KinaseProject.ADA;
import static io.moltrail.query.testing.KinaseProject.ETHANOL;
import static io.moltrail.query.testing.KinaseProject.GRACE;
import static io.moltrail.query.testing.KinaseProject.PROJECT;
import static io.moltrail.query.testing.KinaseProject.SERVER;
import static io.moltrail.query.testing.KinaseProject.get;
import static io.moltrail.query.testing.QueryServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.testing.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who did what, when and why. */
class HistoryAnswersTest {

  @Test
  void the_history_of_a_molecule_says_who_did_what_why_and_what_it_changed() {
    JsonNode items = json(get(ADA, "/v1/molecules/" + ETHANOL + "/history")).get("items");

    assertThat(items).hasSize(2);
    assertThat(items.get(0).get("action").asString()).isEqualTo("molecule.added");
    assertThat(items.get(0).get("before").isNull()).isTrue();
    JsonNode renaming = items.get(1);
    assertThat(renaming.get("action").asString()).isEqualTo("molecule.renamed");
    assertThat(renaming.get("version").asInt()).isEqualTo(2);
    assertThat(renaming.get("actor").get("displayName").asString()).isEqualTo("Grace");
    assertThat(renaming.get("reason").asString()).isEqualTo("it has a better name");
    assertThat(renaming.get("requestId").asString()).isEqualTo("request-7");
    assertThat(renaming.get("before").toString()).isEqualTo("{\"name\":\"Spirit\"}");
    assertThat(renaming.get("after").toString()).isEqualTo("{\"name\":\"Ethanol\"}");
  }

  @Test
  void the_history_of_a_project_comes_page_by_page_and_holds_its_molecules() {
    JsonNode first =
        json(
            get(
                ADA,
                "/v1/projects/" + PROJECT + "/history?limit=3",
                "Prefer",
                "return=total-count"));
    JsonNode second =
        json(
            get(
                ADA,
                "/v1/projects/"
                    + PROJECT
                    + "/history?limit=3&cursor="
                    + first.get("next").asString()));

    assertThat(first.get("total").asInt()).isEqualTo(4);
    assertThat(actions(first))
        .containsExactly("project.created", "project.member-added", "molecule.added");
    assertThat(first.get("items").get(0).get("actor").get("id").asString())
        .isEqualTo("installation");
    assertThat(first.get("items").get(1).get("after").get("members").propertyNames())
        .containsExactly(GRACE.toString());
    assertThat(actions(second)).containsExactly("molecule.renamed");
    assertThat(second.get("next").isNull()).isTrue();
  }

  @Test
  void what_a_newer_version_has_written_stands_there_with_its_name_and_nothing_else() {
    ProjectId project = new ProjectId(Given.uuid());
    MoleculeId molecule = new MoleculeId(Given.uuid());
    SERVER.write(Given.created(project, ADA), Given.added(molecule, project, 1, "Spirit"));
    SERVER.log().appendUnknown("molecule", molecule.value(), 1, "molecule.teleported", "1");
    String newest = SERVER.token(SERVER.write(Given.renamed(molecule, project, "Ethanol")));

    JsonNode ofMolecule = history("/v1/molecules/" + molecule, newest);
    JsonNode ofProject = history("/v1/projects/" + project, newest);

    for (JsonNode page : List.of(ofMolecule, ofProject)) {
      assertThat(actions(page)).endsWith("molecule.teleported", "molecule.renamed");
      JsonNode unknown = page.get("items").get(page.get("items").size() - 2);
      assertThat(unknown.get("before").isNull()).isTrue();
      assertThat(unknown.get("after").isNull()).isTrue();
      assertThat(unknown.get("version").asInt()).isEqualTo(2);
      assertThat(unknown.get("actor").get("id").asString()).isEqualTo("anonymous");
      JsonNode following = page.get("items").get(page.get("items").size() - 1);
      assertThat(following.get("after").isNull()).isTrue();
    }
    assertThat(ofMolecule.get("total").asInt()).isEqualTo(3);
    assertThat(ofProject.get("total").asInt()).isEqualTo(4);
    assertThat(json(SERVER.get(ADA, "/v1/molecules/" + molecule)).get("name").asString())
        .isEqualTo("Spirit");
  }

  private static JsonNode history(String resource, String token) {
    return json(
        SERVER.get(
            ADA,
            resource + "/history",
            "X-Consistency-Token",
            token,
            "Prefer",
            "wait=10, return=total-count"));
  }

  private static List<String> actions(JsonNode page) {
    return page.get("items").findValuesAsString("action");
  }
}
