package io.moltrail.query.molecules;

import static io.moltrail.query.testing.KinaseProject.ADA;
import static io.moltrail.query.testing.KinaseProject.ETHANOL;
import static io.moltrail.query.testing.KinaseProject.GRACE;
import static io.moltrail.query.testing.KinaseProject.PROJECT;
import static io.moltrail.query.testing.KinaseProject.SERVER;
import static io.moltrail.query.testing.KinaseProject.get;
import static io.moltrail.query.testing.QueryServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.AnnotationsRemoved;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeRestored;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.testing.Given;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is answered about molecules. */
class MoleculeAnswersTest {

  @Test
  void a_molecule_has_the_fields_of_the_contract_in_their_order() {
    HttpResponse<String> answer = get(GRACE, "/v1/molecules/" + ETHANOL);

    assertThat(json(answer).propertyNames())
        .containsExactly(
            "id",
            "projectId",
            "number",
            "name",
            "smiles",
            "submitted",
            "inchi",
            "inchiKey",
            "parentInchiKey",
            "formula",
            "averageMass",
            "monoisotopicMass",
            "descriptors",
            "components",
            "annotations",
            "archived",
            "createdAt",
            "createdBy",
            "updatedAt",
            "updatedBy",
            "version");
    assertThat(json(answer).get("annotations").get("purity").decimalValue())
        .isEqualByComparingTo("99.10");
    assertThat(json(answer).get("createdBy").asString()).isEqualTo(ADA.toString());
    assertThat(answer.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache, private");
  }

  @Test
  void a_molecule_that_has_not_changed_is_not_sent_again_and_a_project_always_is() {
    assertThat(get(GRACE, "/v1/molecules/" + ETHANOL, "If-None-Match", "\"2\"").statusCode())
        .isEqualTo(304);
    assertThat(get(GRACE, "/v1/molecules/" + ETHANOL, "If-None-Match", "\"1\"").statusCode())
        .isEqualTo(200);
    HttpResponse<String> project = get(GRACE, "/v1/projects/" + PROJECT, "If-None-Match", "\"2\"");
    assertThat(project.statusCode()).isEqualTo(200);
    assertThat(project.headers().firstValue("ETag")).contains("\"2\"");
  }

  @Test
  void molecules_are_found_by_part_of_name_or_number_and_by_their_key() {
    String list = "/v1/projects/" + PROJECT + "/molecules?q=";

    for (String q :
        List.of("than", "ETHANOL", "0042", "kin-", "LFQSCWFLJHTTHZ-UHFFFAOYSA-N", "CCO")) {
      assertThat(json(get(ADA, list + q)).get("items")).as(q).hasSize(1);
    }
    for (String q : List.of("methanol", "%25", "_", "0e", "LFQSCWFLJHTTHZ")) {
      assertThat(json(get(ADA, list + q)).get("items")).as(q).isEmpty();
    }
    assertThat(json(get(ADA, "/v1/projects/" + PROJECT + "/molecules?archived=true")).get("items"))
        .isEmpty();
    assertThat(get(ADA, "/v1/projects/" + PROJECT + "/molecules?sort=colour").statusCode())
        .isEqualTo(422);
  }

  @Test
  void an_archived_molecule_is_listed_apart_and_still_found_and_comes_back_when_restored() {
    ProjectId project = new ProjectId(Given.uuid());
    MoleculeId kept = new MoleculeId(Given.uuid());
    MoleculeId aside = new MoleculeId(Given.uuid());
    SERVER.write(Given.created(project, ADA), Given.added(kept, project, 1, "Kept"));
    LogPlace archived =
        SERVER.write(Given.added(aside, project, 2, "Aside"), new MoleculeArchived(aside, project));

    assertThat(numbers(project, "", archived)).containsExactly("KIN-000001");
    assertThat(numbers(project, "?archived=false", archived)).containsExactly("KIN-000001");
    assertThat(numbers(project, "?archived=true", archived)).containsExactly("KIN-000002");
    assertThat(numbers(project, "?archived=any", archived))
        .containsExactly("KIN-000001", "KIN-000002");
    JsonNode found =
        json(get(ADA, "/v1/molecules/lookup?smiles=OCC"))
            .get("items")
            .valueStream()
            .filter(it -> it.get("id").asString().equals(aside.toString()))
            .findFirst()
            .orElseThrow();
    assertThat(found.get("archived").asBoolean()).isTrue();

    LogPlace restored = SERVER.write(new MoleculeRestored(aside, project));

    assertThat(numbers(project, "?archived=true", restored)).isEmpty();
    assertThat(numbers(project, "", restored)).containsExactly("KIN-000001", "KIN-000002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%00", "q=a%0Ab", "q=%E2%80%AEx", "archived=perhaps", "sort=colour"})
  void a_parameter_that_is_not_as_it_must_be_is_named(String parameter) {
    HttpResponse<String> answer = get(ADA, "/v1/projects/" + PROJECT + "/molecules?" + parameter);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(json(answer).get("errors").get(0).get("pointer").asString())
        .isEqualTo("/" + parameter.substring(0, parameter.indexOf('=')));
  }

  @Test
  void what_is_looked_for_has_at_most_100_characters_and_blank_looks_for_nothing() {
    String list = "/v1/projects/" + PROJECT + "/molecules?q=";

    assertThat(get(ADA, list + "x".repeat(100)).statusCode()).isEqualTo(200);
    assertThat(get(ADA, list + "x".repeat(101)).statusCode()).isEqualTo(422);
    assertThat(json(get(ADA, list + "%20")).get("items")).hasSize(1);
    assertThat(json(get(ADA, list + "ethanol%20")).get("items")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "number",
        "-number",
        "createdAt",
        "-createdAt",
        "updatedAt",
        "-updatedAt",
        "name",
        "-name",
        "averageMass",
        "-averageMass"
      })
  void pages_stay_in_order_while_molecules_are_added(String sort) {
    ProjectId project = new ProjectId(Given.uuid());
    SERVER.write(Given.created(project, ADA));
    for (int i = 10; i < 16; i++) {
      SERVER.write(
          Given.added(new MoleculeId(Given.uuid()), project, i, "Molecule " + (char) ('a' + i)));
    }
    LogPlace before =
        SERVER.write(Given.added(new MoleculeId(Given.uuid()), project, 16, "molecule Z"));
    List<String> seen = new ArrayList<>();
    String path = "/v1/projects/" + project + "/molecules?limit=3&sort=" + sort;

    JsonNode page =
        json(
            SERVER.get(
                ADA, path, "X-Consistency-Token", SERVER.token(before), "Prefer", "wait=10"));
    seen.addAll(page.get("items").findValuesAsString("number"));
    LogPlace meanwhile =
        SERVER.write(
            Given.added(new MoleculeId(Given.uuid()), project, 1, "AA first in every way"));
    while (!page.get("next").isNull()) {
      page =
          json(
              SERVER.get(
                  ADA,
                  "/v1/projects/"
                      + project
                      + "/molecules?limit=3&cursor="
                      + page.get("next").asString(),
                  "X-Consistency-Token",
                  SERVER.token(meanwhile),
                  "Prefer",
                  "wait=10"));
      seen.addAll(page.get("items").findValuesAsString("number"));
    }

    assertThat(seen).doesNotHaveDuplicates().contains("KIN-000010", "KIN-000013", "KIN-000016");
    assertThat(seen).hasSizeBetween(7, 8);
  }

  @Test
  void a_cursor_keeps_to_its_filters_and_refuses_others() {
    ProjectId project = new ProjectId(Given.uuid());
    SERVER.write(Given.created(project, ADA));
    SERVER.write(Given.added(new MoleculeId(Given.uuid()), project, 1, "Alpha one"));
    SERVER.write(Given.added(new MoleculeId(Given.uuid()), project, 2, "Beta"));
    LogPlace newest =
        SERVER.write(Given.added(new MoleculeId(Given.uuid()), project, 3, "Alpha two"));
    String list = "/v1/projects/" + project + "/molecules?limit=1";
    String cursor =
        "&cursor=" + page(list + "&q=alpha&sort=-number", newest).get("next").asString();

    for (String same : List.of("", "&q=alpha", "&q=%20alpha", "&archived=false&sort=-number")) {
      JsonNode next = page(list + cursor + same, newest);
      assertThat(next.get("items").findValuesAsString("number")).containsExactly("KIN-000001");
      assertThat(next.get("next").isNull()).isTrue();
    }
    for (String other : List.of("&q=beta", "&q=", "&archived=any", "&sort=number")) {
      HttpResponse<String> refused = get(ADA, list + cursor + other);
      assertThat(refused.statusCode()).as(other).isEqualTo(400);
      assertThat(json(refused).get("type").asString()).endsWith("/malformed-cursor");
    }
  }

  @Test
  void annotations_are_read_with_their_types_and_digits_and_told_key_by_key() {
    ProjectId project = new ProjectId(Given.uuid());
    MoleculeId molecule = fresh();
    SERVER.write(Given.created(project, ADA), Given.added(molecule, project, 1, "Spirit"));
    LogPlace newest =
        SERVER.write(
            Given.annotated(
                molecule, project, "purity", new Annotation.Quantity(new BigDecimal("99.00"))),
            new AnnotationsRemoved(molecule, project, Erasable.of(Set.of("batch"))));

    assertThat(body("/v1/molecules/" + molecule, newest))
        .contains("\"annotations\":{\"dry\":true,\"purity\":99.00}");
    assertThat(body("/v1/molecules/" + molecule + "/history", newest))
        .contains(
            "\"before\":{\"annotations\":{\"purity\":99.10}},"
                + "\"after\":{\"annotations\":{\"purity\":99.00}}")
        .contains(
            "\"before\":{\"annotations\":{\"batch\":\"B-17\"}},"
                + "\"after\":{\"annotations\":{}}");
  }

  private static MoleculeId fresh() {
    return new MoleculeId(Given.uuid());
  }

  private static JsonNode page(String path, LogPlace newest) {
    return json(read(path, newest));
  }

  /** As it stands there: digits are lost when it is parsed. */
  private static String body(String path, LogPlace newest) {
    return read(path, newest).body();
  }

  private static HttpResponse<String> read(String path, LogPlace newest) {
    return SERVER.get(ADA, path, "X-Consistency-Token", SERVER.token(newest), "Prefer", "wait=10");
  }

  private static List<String> numbers(ProjectId project, String query, LogPlace newest) {
    String path = "/v1/projects/" + project + "/molecules" + query;
    return page(path, newest).get("items").findValuesAsString("number");
  }
}
