package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Molecules go in one by one and by the batch, get other names, and are found. */
@ExtendWith(Shared.class)
class MoleculesTest {

  private static final String FIVE_BONDS = "CC(C)(C)(C)C";
  private static final String NINES = "9".repeat(400);

  private static Installation moltrail;
  private static HttpCaller chemist;
  private static Person colleague;

  @BeforeAll
  static void start(Installation shared) {
    moltrail = shared;
    chemist = moltrail.person("Chemist").caller();
    colleague = moltrail.person("Colleague");
  }

  @Test
  void a_batch_judges_each_row_for_itself_and_keeps_their_order() {
    String project = Projects.create(chemist, "Rows", "ROWS");
    Projects.addMolecule(chemist, project, "CCO");
    Answer answer =
        batch(
                project,
                List.of(
                    Map.of("smiles", "CCN", "name", "Ethylamine"),
                    Map.of("smiles", "OCC"),
                    Map.of("smiles", "NCC"),
                    Map.of("smiles", FIVE_BONDS),
                    Map.of("name", "Nothing drawn"),
                    Map.of("smiles", "CCC", "colour", "red"),
                    Map.of("smiles", "CCCC")))
            .expect(207);
    JsonNode items = answer.json().get("items");
    assertThat(integers(items, "index")).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(integers(items, "status")).containsExactly(201, 409, 409, 422, 422, 422, 201);
    assertThat(items.get(1).get("number").stringValue()).isEqualTo("ROWS-000001");
    assertThat(items.get(2).get("id")).isEqualTo(items.get(0).get("id"));
    assertThat(items.get(2).get("number")).isEqualTo(items.get(0).get("number"));
    assertThat(
            IntStream.of(1, 2, 3, 4, 5)
                .mapToObj(
                    it -> items.get(it).get("problem").get("type").stringValue().substring(10)))
        .containsExactly(
            "duplicate-structure",
            "duplicate-structure",
            "invalid-structure",
            "invalid-request",
            "invalid-request");
    assertThat(pointer(items.get(3))).endsWith("/smiles");
    assertThat(pointer(items.get(4))).endsWith("/smiles");
    assertThat(pointer(items.get(5))).endsWith("/colour");
    assertCounts(answer.json(), 2, 2, 3);
    assertThat(smiles(project, answer)).containsExactlyInAnyOrder("CCO", "CCN", "CCCC");
  }

  @Test
  void an_atomic_batch_of_good_rows_goes_in() {
    String project = Projects.create(chemist, "All", "ALL");
    Answer answer = atomic(project, "C", "CC", "CCC").expect(207);
    assertCounts(answer.json(), 3, 0, 0);
    assertThat(smiles(project, answer)).containsExactlyInAnyOrder("C", "CC", "CCC");
  }

  @Test
  void an_atomic_batch_with_duplicates_only_is_a_conflict_and_adds_none() {
    String project = Projects.create(chemist, "Conflict", "NONE");
    Projects.addMolecule(chemist, project, "CCO");
    Answer answer = atomic(project, "CCN", "OCC", "NCC").expect(409);
    assertThat(answer.code()).isEqualTo("batch-refused");
    assertThat(integers(answer.json().get("items"), "status")).containsExactly(201, 409, 409);
    assertCounts(answer.json(), 0, 2, 0);
    assertThat(afterwards(project)).containsExactlyInAnyOrder("CCO", "[Xe]");
  }

  @Test
  void an_atomic_batch_with_a_bad_row_is_invalid_and_adds_none() {
    String project = Projects.create(chemist, "Invalid", "NONE2");
    Projects.addMolecule(chemist, project, "CCO");
    for (Object bad : List.of(FIVE_BONDS, 5)) {
      Answer answer =
          chemist
              .post(
                  "/v1/projects/" + project + "/molecules:batch",
                  Map.of(
                      "atomic",
                      true,
                      "items",
                      List.of(
                          Map.of("smiles", "CCN"), Map.of("smiles", "OCC"), Map.of("smiles", bad))))
              .expect(422);
      assertThat(integers(answer.json().get("items"), "status")).containsExactly(201, 409, 422);
      assertCounts(answer.json(), 0, 1, 1);
    }
    assertThat(afterwards(project)).containsExactlyInAnyOrder("CCO", "[Xe]");
  }

  @Test
  void a_rows_reason_lands_in_its_history_and_the_headers_in_the_others() {
    String project = Projects.create(chemist, "Reasons", "WHY");
    Answer answer =
        chemist
            .call(
                "POST",
                "/v1/projects/" + project + "/molecules:batch",
                Map.of(
                    "items",
                    List.of(
                        Map.of("smiles", "CCN", "reason", "weighed again"),
                        Map.of("smiles", "CCS"))),
                Map.of("X-Change-Reason", "from the old register"))
            .expect(207);
    JsonNode items = answer.json().get("items");
    assertThat(reasons(items.get(0), answer)).containsExactly("weighed again");
    assertThat(reasons(items.get(1), answer)).containsExactly("from the old register");
  }

  @Test
  void annotations_keep_their_digits_and_types_wherever_they_are_read() {
    String project = Projects.create(chemist, "Digits", "DIGITS");
    String annotations =
        """
        {"a":1.50,"b":0.12345678901234567890,"c":"1.50","d":true,"e":100,"f":-12345678901234567890}\
        """;
    Answer written =
        chemist
            .json(
                "POST",
                "/v1/projects/" + project + "/molecules",
                "{\"smiles\":\"CCO\",\"annotations\":" + annotations + "}")
            .expect(201);
    String path = "/v1/molecules/" + written.json().get("id").stringValue();
    assertThat(written.body()).contains("\"annotations\":" + annotations);
    assertThat(chemist.get(path, written.seen()).expect(200).body())
        .contains("\"annotations\":" + annotations);
    assertThat(chemist.get(path + "/history", written.seen()).expect(200).body())
        .contains("\"annotations\":" + annotations);
    assertThat(
            chemist.get("/v1/projects/" + project + "/history", written.seen()).expect(200).body())
        .contains("\"annotations\":" + annotations);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "1e-999999", "1e999999", "1e2147483647"})
  void a_number_that_nobody_measures_is_refused(String number) {
    refuses(number);
  }

  @Test
  void a_number_whose_exponent_nobody_can_read_is_refused_with_the_whole_body() {
    String project = Projects.create(chemist, "Unreadable", "UNREAD");
    String row = "{\"smiles\":\"CCO\",\"annotations\":{\"a\":1e99999999999}}";

    Answer answer = chemist.json("POST", "/v1/projects/" + project + "/molecules", row).expect(422);

    assertThat(answer.json().get("errors").get(0).get("code").stringValue())
        .isEqualTo("number-out-of-range");
    chemist
        .json("POST", "/v1/projects/" + project + "/molecules:batch", "{\"items\":[" + row + "]}")
        .expect(422);
  }

  @Test
  void a_number_of_four_hundred_digits_is_refused() {
    refuses(NINES);
    refuses("0." + NINES);
  }

  @Test
  void annotations_are_set_and_taken_away_and_all_is_told() {
    String project = Projects.create(chemist, "Remarks", "REMARKS");
    Answer written =
        chemist
            .json(
                "POST",
                "/v1/projects/" + project + "/molecules",
                "{\"smiles\":\"CCO\",\"annotations\":{\"batch\":\"B-17\",\"dry\":true}}")
            .expect(201);
    String id = written.json().get("id").stringValue();
    String edit =
        "{\"name\":\"Ethanol\",\"annotations\":{\"batch\":null,\"dry\":\"no\",\"purity\":99.10}}";

    Answer changed = patch(id, edit, "\"1\"").expect(200);
    assertThat(changed.json().get("version").intValue()).isEqualTo(4);
    assertThat(patch(id, edit.replace("{\"name\":\"Ethanol\",", "{"), "\"4\"").expect(200).json())
        .as("nothing is left to change")
        .isEqualTo(changed.json());
    assertThat(chemist.get("/v1/molecules/" + id, changed.seen()).expect(200).body())
        .contains("\"annotations\":{\"dry\":\"no\",\"purity\":99.10}");
    Answer told = chemist.get("/v1/molecules/" + id + "/history", changed.seen()).expect(200);
    JsonNode history = told.json();
    assertThat(history.get("items").findValuesAsString("action"))
        .containsExactly(
            "molecule.added",
            "molecule.annotations-removed",
            "molecule.annotated",
            "molecule.renamed");
    assertThat(history.get("items").get(2).get("before").toString())
        .isEqualTo("{\"annotations\":{\"dry\":true}}");
    assertThat(told.body())
        .contains("\"after\":{\"annotations\":{\"dry\":\"no\",\"purity\":99.10}}");
    patch(id, "{\"annotations\":null}", "\"4\"").expect(422);
    patch(id, "{\"annotations\":{\"a\":" + NINES + "}}", "\"4\"").expect(422);
  }

  private static void refuses(String number) {
    String project =
        Projects.create(
            chemist, "Absurd", "A" + (Math.floorMod(number.hashCode(), 999_999) + 1_000_000));
    String row = "{\"smiles\":\"CCO\",\"annotations\":{\"a\":" + number + "}}";
    Answer alone = chemist.json("POST", "/v1/projects/" + project + "/molecules", row).expect(422);
    assertThat(alone.json().get("errors").get(0).get("pointer").stringValue())
        .isEqualTo("/annotations/a");
    Answer among =
        chemist
            .json(
                "POST",
                "/v1/projects/" + project + "/molecules:batch",
                "{\"items\":[" + row + ",{\"smiles\":\"CCN\"}]}")
            .expect(207);
    assertThat(integers(among.json().get("items"), "status")).containsExactly(422, 201);
  }

  @Test
  void two_keys_that_are_one_after_normalisation_are_refused() {
    String project = Projects.create(chemist, "Keys", "KEYS");
    chemist
        .json(
            "POST",
            "/v1/projects/" + project + "/molecules",
            "{\"smiles\":\"CCO\",\"annotations\":{\"\\u00e9\":1,\"e\\u0301\":2}}")
        .expect(422);
  }

  @Test
  void a_name_is_kept_in_normal_form() {
    String project = Projects.create(chemist, "Normal form", "NFC");
    Answer written =
        chemist
            .post(
                "/v1/projects/" + project + "/molecules",
                Map.of("smiles", "CCOCC", "name", "e\u0301ther"))
            .expect(201);
    assertThat(written.json().get("name").stringValue()).isEqualTo("\u00e9ther");
    Answer renamed =
        rename(written.json().get("id").stringValue(), "A\u030angstrom", "\"1\"").expect(200);
    assertThat(name(written, renamed)).isEqualTo("\u00c5ngstrom");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u202eb",
        "a\u2066b",
        "a\u200bb",
        "a\u200db",
        "\ufeffa",
        "a\nb",
        "a\u2028b",
        " a",
        "a ",
        "",
        " ",
        "\u0007"
      })
  void a_name_that_deceives_its_reader_is_refused(String name) {
    String project =
        Projects.create(chemist, "Names", "N" + Math.floorMod(name.hashCode() * 31, 999_999));
    Map<String, Object> molecule = Map.of("smiles", "CCO", "name", name);
    Answer answer = chemist.post("/v1/projects/" + project + "/molecules", molecule).expect(422);
    assertThat(pointer(answer.json())).isEqualTo("/name");
    String id = Projects.addMolecule(chemist, project, "CCO");
    assertThat(pointer(rename(id, name, "\"1\"").expect(422).json())).isEqualTo("/name");
  }

  @Test
  void a_name_is_set_and_taken_away_and_a_patch_without_one_is_refused() {
    String project = Projects.create(chemist, "Patch", "PATCH");
    Answer written =
        chemist.post("/v1/projects/" + project + "/molecules", Map.of("smiles", "CCO")).expect(201);
    String id = written.json().get("id").stringValue();

    Answer set = rename(id, "Ethanol", "\"1\"").expect(200);
    assertThat(set.json()).isEqualTo(HttpCaller.JSON.valueToTree(Map.of("id", id, "version", 2)));
    assertThat(set.header("ETag")).isEqualTo("\"2\"");
    assertThat(name(written, set)).isEqualTo("Ethanol");

    Answer gone = patch(id, "{\"name\":null}", "W/\"2\"").expect(200);
    JsonNode nameless = chemist.get("/v1/molecules/" + id, gone.seen()).expect(200).json();
    assertThat(nameless.get("name").isNull()).isTrue();
    assertThat(nameless.get("version").intValue()).isEqualTo(3);

    patch(id, "{}", "\"3\"").expect(422);
    patch(id, "{\"name\":3}", "\"3\"").expect(422);
  }

  @Test
  void a_change_says_on_which_version_it_was_decided() {
    String project = Projects.create(chemist, "Versions", "VERS");
    String id = Projects.addMolecule(chemist, project, "CCO");
    Map<String, Object> name = Map.of("name", "Ethanol");
    Answer missing = chemist.call("PATCH", "/v1/molecules/" + id, name, Map.of()).expect(428);
    assertThat(missing.code()).isNotEqualTo("reason-required");
    rename(id, "Ethanol", "\"1\"").expect(200);
    rename(id, "Spirit", "\"1\"").expect(412);
    rename(id, "Spirit", "\"3\"").expect(412);
    for (String malformed : List.of("2", "\"2", "*", "\"two\"", "\"2\", \"3\"", "w/\"2\"")) {
      rename(id, "Spirit", malformed).expect(400);
    }
    rename(id, "Spirit", "\"2\"").expect(200);
  }

  @Test
  void a_regulated_project_asks_why() {
    String project = Projects.createRegulated(chemist, "Regulated", "REG");
    String molecules = "/v1/projects/" + project + "/molecules";
    String member = "/v1/projects/" + project + "/members/" + colleague.id();
    Map<String, Object> ethanol = Map.of("smiles", "CCO");
    Map<String, Object> items = Map.of("items", List.of(Map.of("smiles", "CCN")));
    Map<String, Object> role = Map.of("role", "VIEWER");
    Map<String, String> why =
        Map.of("X-Change-Reason", "Gr%C3%B6%C3%9Fe%20%E2%86%92%20Akte", "If-Match", "\"1\"");

    reasonRequired(chemist.post(molecules, ethanol));
    reasonRequired(chemist.post(molecules + ":batch", items));
    reasonRequired(chemist.call("PUT", member, role, Map.of("If-Match", "\"1\"")));

    Answer byHeader = chemist.call("POST", molecules, ethanol, why).expect(201);
    String id = byHeader.json().get("id").stringValue();
    assertThat(reasons(byHeader.json(), byHeader)).containsExactly("Größe → Akte");
    reasonRequired(rename(id, "Ethanol", "\"1\""));
    reasonRequired(
        chemist.call(
            "PATCH",
            "/v1/molecules/" + id,
            Map.of("name", "Ethanol"),
            Map.of("If-Match", "\"1\"", "X-Change-Reason", "%20")));

    Answer byBody =
        chemist.post(molecules, Map.of("smiles", "CCS", "reason", "Größe → Akte")).expect(201);
    assertThat(reasons(byBody.json(), byBody)).containsExactly("Größe → Akte");
    chemist.call("POST", molecules + ":batch", items, why).expect(207);
    chemist
        .post(
            molecules + ":batch",
            Map.of("items", List.of(Map.of("smiles", "CCCN", "reason", "row by row"))))
        .expect(207);
    Answer renamed =
        chemist.call("PATCH", "/v1/molecules/" + id, Map.of("name", "Ethanol"), why).expect(200);
    assertThat(reasons(byHeader.json(), renamed)).containsExactly("Größe → Akte", "Größe → Akte");
    chemist.call("PUT", member, role, why).expect(200);
  }

  private static void reasonRequired(Answer answer) {
    assertThat(answer.expect(428).code()).isEqualTo("reason-required");
  }

  @Test
  void numbers_begin_at_one_and_never_repeat() throws Exception {
    String project = Projects.create(chemist, "Numbers", "NUM");
    List<String> numbers = new ArrayList<>();
    Answer first =
        chemist.post("/v1/projects/" + project + "/molecules", Map.of("smiles", "CCO")).expect(201);
    numbers.add(first.json().get("number").stringValue());
    assertThat(numbers).containsExactly("NUM-000001");
    chemist.post("/v1/projects/" + project + "/molecules", Map.of("smiles", "OCC")).expect(409);
    chemist
        .post("/v1/projects/" + project + "/molecules", Map.of("smiles", FIVE_BONDS))
        .expect(422);
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<JsonNode>> answers =
          IntStream.range(0, 8)
              .mapToObj(writer -> writers.submit(() -> add(project, Alkanes.batch(writer / 2, 20))))
              .toList();
      for (Future<JsonNode> answer : answers) {
        for (JsonNode item : answer.get().get("items")) {
          if (item.get("status").intValue() == 201) {
            numbers.add(item.get("number").stringValue());
          }
        }
      }
    }
    assertThat(numbers)
        .hasSize(81)
        .doesNotHaveDuplicates()
        .allMatch(it -> it.matches("NUM-\\d{6}"));
  }

  @Test
  void a_structure_is_found_by_any_spelling_and_by_its_key() {
    String project = Projects.create(chemist, "Lookup", "FIND");
    Answer aspirin =
        chemist
            .post(
                "/v1/projects/" + project + "/molecules",
                Map.of("smiles", "OC(=O)c1ccccc1OC(C)=O", "name", "Aspirin"))
            .expect(201);
    String id = aspirin.json().get("id").stringValue();
    for (String spelling :
        List.of(
            "CC(=O)Oc1ccccc1C(=O)O",
            "O=C(C)Oc1c(C(O)=O)cccc1",
            "C1=CC=CC(C(O)=O)=C1OC(=O)C",
            "c1cc(C(=O)O)c(OC(=O)C)cc1")) {
      found(chemist.get("/v1/molecules/lookup?smiles=" + encoded(spelling), aspirin.seen()), id);
      found(
          chemist.call("POST", "/v1/molecules/lookup", Map.of("smiles", spelling), aspirin.seen()),
          id);
    }
    String key = "BSYNRYMUTXBXSQ-UHFFFAOYSA-N";
    found(chemist.get("/v1/molecules/lookup?inchiKey=" + key, aspirin.seen()), id);
    found(
        chemist.call("POST", "/v1/molecules/lookup", Map.of("inchiKey", key), aspirin.seen()), id);
    assertThat(
            colleague
                .caller()
                .get("/v1/molecules/lookup?inchiKey=" + key, aspirin.seen())
                .expect(200)
                .json()
                .get("items"))
        .isEmpty();
  }

  @Test
  void a_lookup_takes_exactly_one_structure_or_key() {
    String key = "BSYNRYMUTXBXSQ-UHFFFAOYSA-N";
    chemist.get("/v1/molecules/lookup").expect(422);
    chemist.get("/v1/molecules/lookup?smiles=C&inchiKey=" + key).expect(422);
    chemist.post("/v1/molecules/lookup", Map.of()).expect(422);
    chemist.post("/v1/molecules/lookup", Map.of("smiles", "C", "inchiKey", key)).expect(422);
    chemist.post("/v1/molecules/lookup", Map.of("inchiKey", "aspirin")).expect(422);
    for (String invalid : List.of(FIVE_BONDS, "C(", "", "C.C*", "\u0421")) {
      for (Answer answer :
          List.of(
              chemist.get("/v1/molecules/lookup?smiles=" + encoded(invalid)),
              chemist.post("/v1/molecules/lookup", Map.of("smiles", invalid)))) {
        assertThat(pointer(answer.expect(422).json())).isEqualTo("/smiles");
      }
    }
  }

  private static void found(Answer answer, String id) {
    JsonNode json = answer.expect(200).json();
    assertThat(json.get("query").get("inchiKey").stringValue())
        .isEqualTo("BSYNRYMUTXBXSQ-UHFFFAOYSA-N");
    assertThat(
            StreamSupport.stream(json.get("items").spliterator(), false)
                .map(it -> it.get("id").stringValue()))
        .containsExactly(id);
  }

  private static Answer batch(String project, List<Map<String, String>> items) {
    return chemist.post("/v1/projects/" + project + "/molecules:batch", Map.of("items", items));
  }

  private static Answer atomic(String project, String... smiles) {
    List<Map<String, String>> items =
        List.of(smiles).stream().map(it -> Map.of("smiles", it)).toList();
    return chemist.post(
        "/v1/projects/" + project + "/molecules:batch", Map.of("items", items, "atomic", true));
  }

  private static JsonNode add(String project, List<String> smiles) {
    List<Map<String, String>> items = smiles.stream().map(it -> Map.of("smiles", it)).toList();
    return batch(project, items).expect(207).json();
  }

  private static Answer rename(String molecule, String name, String ifMatch) {
    return chemist.call(
        "PATCH", "/v1/molecules/" + molecule, Map.of("name", name), Map.of("If-Match", ifMatch));
  }

  private static Answer patch(String molecule, String body, String ifMatch) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("If-Match", ifMatch);
    return chemist.text("PATCH", "/v1/molecules/" + molecule, body, headers);
  }

  private static String name(Answer written, Answer changed) {
    return chemist
        .get("/v1/molecules/" + written.json().get("id").stringValue(), changed.seen())
        .expect(200)
        .json()
        .get("name")
        .stringValue();
  }

  /** What the project holds, once one more is in. */
  private static List<String> afterwards(String project) {
    Answer one =
        chemist
            .post("/v1/projects/" + project + "/molecules", Map.of("smiles", "[Xe]"))
            .expect(201);
    return smiles(project, one);
  }

  private static List<String> smiles(String project, Answer written) {
    JsonNode page =
        chemist.get("/v1/projects/" + project + "/molecules", written.seen()).expect(200).json();
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .map(it -> it.get("smiles").stringValue())
        .toList();
  }

  private static List<String> reasons(JsonNode molecule, Answer written) {
    JsonNode history =
        chemist
            .get("/v1/molecules/" + molecule.get("id").stringValue() + "/history", written.seen())
            .expect(200)
            .json();
    return StreamSupport.stream(history.get("items").spliterator(), false)
        .map(it -> it.get("reason").stringValue())
        .toList();
  }

  private static void assertCounts(JsonNode answer, int added, int duplicates, int rejected) {
    assertThat(
            List.of(
                answer.get("added").intValue(),
                answer.get("duplicates").intValue(),
                answer.get("rejected").intValue()))
        .containsExactly(added, duplicates, rejected);
  }

  /** Of a problem, or of a row that has one. */
  private static String pointer(JsonNode problem) {
    JsonNode errors =
        problem.has("problem") ? problem.get("problem").get("errors") : problem.get("errors");
    return errors.get(0).get("pointer").stringValue();
  }

  private static List<Integer> integers(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(it -> it.get(field).intValue())
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
