package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lists are read page by page while others write. */
@ExtendWith(Shared.class)
class PagesTest {

  private static final List<String> NAMES = List.of("delta", "Alpha", "charlie", "Bravo", "echo");

  private static Installation moltrail;
  private static HttpCaller chemist;
  private static Person member;
  private static String project;
  private static String molecule;
  private static Map<String, String> seen;

  @BeforeAll
  static void start(Installation shared) {
    moltrail = shared;
    chemist = moltrail.person("Chemist").caller();
    member = moltrail.person("Member");
    project = Projects.create(chemist, "Pages", "PAGES");
    for (int i = 0; i < NAMES.size(); i++) {
      add(project, i, NAMES.get(i));
    }
    Answer last = Projects.addMember(chemist, project, member.id(), "EDITOR", 1);
    seen = last.seen();
    molecule =
        chemist
            .get(molecules() + "?limit=1", seen)
            .expect(200)
            .json()
            .get("items")
            .get(0)
            .get("id")
            .stringValue();
  }

  @Test
  void projects_are_paged_without_a_gap_or_a_repeat_while_more_are_opened() {
    HttpCaller owner = moltrail.person("Owner").caller();
    List<String> opened = new ArrayList<>();
    Map<String, String> last = Map.of();
    for (int i = 0; i < 5; i++) {
      Answer answer = owner.post("/v1/projects", Map.of("name", "P", "code", "P" + i)).expect(201);
      opened.add(answer.json().get("id").stringValue());
      last = answer.seen();
    }
    List<String> read =
        walk(
            owner,
            "/v1/projects?limit=2",
            last,
            i -> owner.post("/v1/projects", Map.of("name", "P", "code", "Q" + i)).expect(201));
    assertThat(read).doesNotHaveDuplicates().startsWith(opened.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "number, S1",
    "-number, S2",
    "createdAt, S3",
    "-createdAt, S4",
    "name, S5",
    "averageMass, S6",
    "-updatedAt, S7"
  })
  void molecules_are_paged_in_any_order_without_a_gap_or_a_repeat(String sort, String code) {
    String own = Projects.create(chemist, "Sorted", code);
    List<String> before = new ArrayList<>();
    Map<String, String> last = Map.of();
    for (int i = 0; i < NAMES.size(); i++) {
      Answer answer = add(own, i, NAMES.get(i));
      before.add(answer.json().get("id").stringValue());
      last = answer.seen();
    }
    List<String> read =
        walk(
            chemist,
            "/v1/projects/" + own + "/molecules?limit=2&sort=" + sort,
            last,
            i -> add(own, 100 + i, "a later one"));
    assertThat(read).doesNotHaveDuplicates();
    read.retainAll(before);
    assertThat(read).containsExactlyElementsOf(ordered(before, sort));
  }

  private static List<String> ordered(List<String> added, String sort) {
    return switch (sort) {
      case "number", "createdAt" -> added;
      case "-number", "-createdAt", "-updatedAt" -> added.reversed();
      case "averageMass" -> List.of(0, 2, 3, 1, 4).stream().map(added::get).toList();
      default -> List.of(1, 3, 2, 0, 4).stream().map(added::get).toList();
    };
  }

  @Test
  void histories_are_paged_without_a_gap_or_a_repeat_while_more_happens() {
    String own = Projects.create(chemist, "History", "HISTORY");
    Answer written = add(own, 0, "first");
    String id = written.json().get("id").stringValue();
    Answer last = written;
    for (int version = 1; version <= 4; version++) {
      last = rename(id, version);
    }
    int[] version = {5};
    List<JsonNode> ofMolecule =
        walkItems(
            chemist,
            "/v1/molecules/" + id + "/history?limit=2",
            last.seen(),
            i -> rename(id, version[0]++));
    assertThat(ofMolecule.stream().map(it -> it.get("version").intValue()))
        .startsWith(1, 2, 3, 4, 5)
        .doesNotHaveDuplicates()
        .isSorted();
    List<JsonNode> ofProject =
        walkItems(
            chemist,
            "/v1/projects/" + own + "/history?limit=2",
            last.seen(),
            i -> add(own, 50 + i, "more"));
    assertThat(ofProject.stream().map(it -> it.get("eventId").stringValue()))
        .hasSizeGreaterThanOrEqualTo(6)
        .doesNotHaveDuplicates();
    assertThat(ofProject.stream().limit(3).map(it -> it.get("action").stringValue()))
        .containsExactly("project.created", "molecule.added", "molecule.renamed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "1.5", "many", "", "99999999999", "%2B5"})
  void a_limit_is_from_1_to_200(String limit) {
    for (String list : lists()) {
      Answer answer = chemist.get(list + "?limit=" + limit).expect(422);
      assertThat(answer.json().get("errors").get(0).get("pointer").stringValue())
          .isEqualTo("/limit");
    }
  }

  @Test
  void a_page_may_have_one_item_or_200() {
    for (String list : lists()) {
      assertThat(chemist.get(list + "?limit=1", seen).expect(200).json().get("items")).hasSize(1);
      assertThat(chemist.get(list + "?limit=200", seen).expect(200).json().get("next").isNull())
          .isTrue();
    }
  }

  @Test
  void a_cursor_that_is_not_of_this_list_user_and_order_is_refused() {
    String cursor = next(chemist, molecules() + "?limit=1");
    refused(chemist, molecules() + "?cursor=garbled");
    refused(chemist, molecules() + "?cursor=");
    refused(
        chemist,
        molecules() + "?cursor=" + (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1));
    refused(chemist, "/v1/projects?cursor=" + cursor);
    refused(chemist, "/v1/projects/" + project + "/history?cursor=" + cursor);
    refused(chemist, molecules() + "?sort=name&cursor=" + cursor);
    refused(chemist, molecules() + "?q=alpha&cursor=" + cursor);
    refused(chemist, molecules() + "?archived=any&cursor=" + cursor);
    refused(member.caller(), molecules() + "?cursor=" + cursor);
  }

  @Test
  void a_total_is_told_on_request_only() {
    Map<String, String> asking =
        Map.of(
            "Prefer", "return=total-count", "X-Consistency-Token", seen.get("X-Consistency-Token"));
    for (String list : lists()) {
      assertThat(chemist.get(list + "?limit=1", seen).expect(200).json().has("total"))
          .as(list)
          .isFalse();
      JsonNode page = chemist.get(list + "?limit=1", asking).expect(200).json();
      assertThat(page.get("total").isIntegralNumber()).as(list).isTrue();
    }
    assertThat(total("?limit=1", asking)).isEqualTo(NAMES.size());
    assertThat(total("?limit=1&q=alpha", asking)).isEqualTo(1);
  }

  @Test
  void a_filter_finds_parts_of_names_and_numbers_and_whole_keys() {
    String key =
        chemist
            .get("/v1/molecules/" + molecule, seen)
            .expect(200)
            .json()
            .get("inchiKey")
            .stringValue();
    assertThat(filtered("ALPH")).containsExactly("Alpha");
    assertThat(filtered("-000003")).containsExactly("charlie");
    assertThat(filtered(key)).containsExactly("delta");
    assertThat(filtered("nothing")).isEmpty();
    assertThat(filtered("%25")).as("no wildcard").isEmpty();
    assertThat(filtered("_")).as("no wildcard").isEmpty();
    assertThat(filtered("%5C")).as("no escape").isEmpty();
    assertThat(filtered("%27")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%ff", "q=%00", "sort=nothing", "sort=-name;", "archived=perhaps"})
  void a_parameter_that_cannot_be_is_the_callers_mistake(String parameter) {
    assertThat(chemist.get(molecules() + "?" + parameter).status()).isIn(400, 422);
  }

  private static List<String> lists() {
    return List.of(
        "/v1/projects",
        molecules(),
        "/v1/projects/" + project + "/members",
        "/v1/projects/" + project + "/history",
        "/v1/molecules/" + molecule + "/history");
  }

  private static String molecules() {
    return "/v1/projects/" + project + "/molecules";
  }

  private static Answer add(String where, int number, String name) {
    return chemist
        .post(
            "/v1/projects/" + where + "/molecules",
            Map.of("smiles", Alkanes.smiles(number), "name", name))
        .expect(201);
  }

  private static Answer rename(String id, int version) {
    return chemist
        .call(
            "PATCH",
            "/v1/molecules/" + id,
            Map.of("name", "name " + version),
            Map.of("If-Match", "\"" + version + "\""))
        .expect(200);
  }

  private static String next(HttpCaller caller, String path) {
    return caller.get(path, seen).expect(200).json().get("next").stringValue();
  }

  private static void refused(HttpCaller caller, String path) {
    assertThat(caller.get(path, seen).expect(400).code()).isEqualTo("malformed-cursor");
  }

  private static int total(String query, Map<String, String> asking) {
    return chemist.get(molecules() + query, asking).expect(200).json().get("total").intValue();
  }

  private static List<String> filtered(String q) {
    JsonNode page = chemist.get(molecules() + "?q=" + q, seen).expect(200).json();
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .map(it -> it.get("name").stringValue())
        .toList();
  }

  private static List<String> walk(
      HttpCaller caller, String path, Map<String, String> from, IntFunction<Answer> meanwhile) {
    return new ArrayList<>(
        walkItems(caller, path, from, meanwhile).stream()
            .map(it -> it.get("id").stringValue())
            .toList());
  }

  /** Reads all pages; between two of the first pages something is written, and waited for. */
  private static List<JsonNode> walkItems(
      HttpCaller caller, String path, Map<String, String> from, IntFunction<Answer> meanwhile) {
    List<JsonNode> items = new ArrayList<>();
    Map<String, String> fence = from;
    String next = path;
    for (int page = 0; next != null; page++) {
      JsonNode read = caller.get(next, fence).expect(200).json();
      read.get("items").forEach(items::add);
      next = read.get("next").isNull() ? null : path + "&cursor=" + read.get("next").stringValue();
      if (page < 2) {
        fence = meanwhile.apply(page).seen();
      }
    }
    return items;
  }
}
