package io.moltrail.query.molecules;

import static io.moltrail.query.testing.KinaseProject.ETHANOL;
import static io.moltrail.query.testing.KinaseProject.GRACE;
import static io.moltrail.query.testing.KinaseProject.SERVER;
import static io.moltrail.query.testing.KinaseProject.STRANGER;
import static io.moltrail.query.testing.KinaseProject.get;
import static io.moltrail.query.testing.QueryServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where a structure is. */
class LookupAnswersTest {

  @Test
  void a_structure_is_found_by_any_spelling_by_its_key_and_in_a_body_but_not_by_strangers() {
    for (String query :
        List.of("smiles=OCC", "smiles=C(O)C", "inchiKey=LFQSCWFLJHTTHZ-UHFFFAOYSA-N")) {
      HttpResponse<String> answer = get(GRACE, "/v1/molecules/lookup?" + query);
      assertThat(json(answer).get("items").get(0).get("id").asString())
          .as(query)
          .isEqualTo(ETHANOL.toString());
      assertThat(json(get(STRANGER, "/v1/molecules/lookup?" + query)).get("items")).isEmpty();
    }
    JsonNode posted = json(SERVER.post(GRACE, "/v1/molecules/lookup", "{\"smiles\": \"[CH3]CO\"}"));
    assertThat(posted.get("items")).hasSize(1);
    assertThat(posted.get("query").get("smiles").asString()).isEqualTo("CCO");
    assertThat(posted.get("query").get("inchiKey").asString())
        .isEqualTo("LFQSCWFLJHTTHZ-UHFFFAOYSA-N");
    assertThat(
            json(get(GRACE, "/v1/molecules/lookup?inchiKey=LFQSCWFLJHTTHZ-UHFFFAOYSA-N"))
                .get("query")
                .get("smiles")
                .isNull())
        .isTrue();
  }

  @Test
  void what_is_no_structure_is_named_by_its_field() {
    HttpResponse<String> answer = get(GRACE, "/v1/molecules/lookup?smiles=C1CC");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).get("type").asString()).isEqualTo("/problems/invalid-structure");
    assertThat(json(answer).get("errors").get(0).get("pointer").asString()).isEqualTo("/smiles");
    assertThat(get(GRACE, "/v1/molecules/lookup").statusCode()).isEqualTo(422);
    assertThat(
            get(GRACE, "/v1/molecules/lookup?smiles=C&inchiKey=LFQSCWFLJHTTHZ-UHFFFAOYSA-N")
                .statusCode())
        .isEqualTo(422);
    assertThat(get(GRACE, "/v1/molecules/lookup?inchiKey=ethanol").statusCode()).isEqualTo(422);
  }
}
