package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever breaks two rules at once hears of the earlier one (API §1): 401, 429, 415/413/400, 404,
 * 403, 422 of the form, 428, 412, 409, 422 of the structure. Doors that take no body, and archived
 * projects, are tried in {@link MembersTest}. What is under a legal hold cannot be reached yet.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OrderOfRefusalsAtTheDoorTest {

  private static final String UNKNOWN = "0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90";
  private static final String JSON = "application/json";
  private static final String NO_JSON = "{\"smiles\":";
  private static final String BAD_FORM = "{\"surprise\":1}";
  private static final String TOO_LARGE = "{\"surprise\":\"" + "x".repeat(300_000) + "\"}";
  private static final String LARGER = "{\"surprise\":\"" + "x".repeat(1_100_000) + "\"}";
  private static final String INVALID_STRUCTURE = "CC(C)(C)(C)C";

  @TempDir static Path folder;

  private static Installation moltrail;
  private static HttpCaller owner;
  private static HttpCaller viewer;
  private static HttpCaller stranger;
  private static HttpCaller hasty;
  private static Person colleague;
  private static String project;
  private static String regulated;
  private static String molecule;
  private static String regulatedMolecule;
  private static String ownerId;

  @BeforeAll
  static void start() {
    moltrail = Installation.in(folder);
    Person person = moltrail.person("Owner");
    owner = person.caller();
    ownerId = person.id();
    colleague = moltrail.person("Viewer");
    viewer = colleague.caller();
    stranger = moltrail.person("Stranger").caller();
    hasty = moltrail.person("Hasty", "FREE").caller();
    project = Projects.create(owner, "Order", "ORDER");
    Projects.addMember(owner, project, colleague.id(), "VIEWER", 1);
    molecule = Projects.addMolecule(owner, project, "CCO");
    regulated = Projects.createRegulated(owner, "Regulated", "REG");
    regulatedMolecule =
        owner
            .post(
                "/v1/projects/" + regulated + "/molecules",
                Map.of("smiles", "CCO", "reason", "study"))
            .expect(201)
            .json()
            .get("id")
            .stringValue();
  }

  @AfterAll
  static void stop() {
    moltrail.close();
  }

  @Test
  void who_is_nobody_hears_nothing_else() {
    Table table = new Table();
    HttpCaller nobody = moltrail.anonymous();
    for (Route route : routes()) {
      table.expect(401, "401 before 415", send(nobody, route, "x", "text/plain", Map.of()));
      table.expect(401, "401 before 400", send(nobody, route, NO_JSON, JSON, Map.of()));
      table.expect(401, "401 before 404", send(nobody, route.unknown(), BAD_FORM, JSON, Map.of()));
      table.expect(401, "401 before 422", send(nobody, route, BAD_FORM, JSON, Map.of()));
    }
    table.expect(
        401, "401 before 415", nobody.text("POST", "/v1/auth/logout", "x", type("text/plain")));
    table.check();
  }

  @Test
  void who_comes_too_often_hears_it_before_anything_is_read() {
    Table table = new Table();
    for (Route route : routes()) {
      table.expect(429, "429 before 415", tooOften(route, "x", "text/plain"));
      table.expect(429, "429 before 400", tooOften(route, NO_JSON, JSON));
      table.expect(429, "429 before 404 or 403", tooOften(route, BAD_FORM, JSON));
    }
    table.check();
  }

  /** The bucket fills up again while we look: whoever was let through comes back. */
  private static Answer tooOften(Route route, String body, String type) {
    Answer answer = send(hasty, route, body, type, Map.of());
    for (int call = 0; answer.status() != 429 && call < 1_000; call++) {
      answer = hasty.get("/v1/me");
      if (answer.status() == 429) {
        answer = send(hasty, route, body, type, Map.of());
      }
    }
    return answer;
  }

  @Test
  void what_cannot_be_read_is_refused_before_it_is_known_where_it_goes() {
    Table table = new Table();
    for (Route route : withoutRole()) {
      for (Route to : List.of(route, route.unknown())) {
        table.expect(415, "415 before 404", send(stranger, to, "x", "text/plain", Map.of()));
        table.expect(413, "413 before 404", send(stranger, to, route.tooLarge(), JSON, Map.of()));
        table.expect(400, "400 before 404", send(stranger, to, NO_JSON, JSON, Map.of()));
      }
      table.expect(415, "415 before 403", send(viewer, route, "x", "text/plain", Map.of()));
      table.expect(413, "413 before 403", send(viewer, route, route.tooLarge(), JSON, Map.of()));
      table.expect(400, "400 before 403", send(viewer, route, NO_JSON, JSON, Map.of()));
      table.expect(415, "415 before 422", send(owner, route, BAD_FORM, "text/plain", Map.of()));
    }
    for (Route route : List.of(member(project), rename(molecule))) {
      table.expect(
          400,
          "400 (If-Match) before 404",
          send(stranger, route, BAD_FORM, JSON, Map.of("If-Match", "latest")));
    }
    table.check();
  }

  @Test
  void at_public_doors_too_the_body_is_read_before_its_form_is_judged() {
    Table table = new Table();
    HttpCaller nobody = moltrail.anonymous();
    for (String path :
        List.of(
            "/v1/auth/register",
            "/v1/auth/verify-email",
            "/v1/auth/verify-email:resend",
            "/v1/auth/login",
            "/v1/auth/refresh")) {
      Route route = new Route("POST", path, path);
      table.expect(415, "415 before 422", send(nobody, route, BAD_FORM, "text/plain", Map.of()));
      table.expect(413, "413 before 422", send(nobody, route, TOO_LARGE, JSON, Map.of()));
      table.expect(400, "400 before 422", send(nobody, route, NO_JSON, JSON, Map.of()));
      table.expect(422, "422", send(nobody, route, BAD_FORM, JSON, Map.of()));
    }
    table.check();
  }

  @Test
  void what_is_hidden_is_not_there_whatever_is_wrong_with_the_rest() {
    Table table = new Table();
    for (Route route : inProjects()) {
      for (Route to : List.of(route, route.unknown())) {
        table.expect(404, "404 before 422", send(stranger, to, BAD_FORM, JSON, Map.of()));
        table.expect(404, "404 before 428", send(stranger, to, route.good(), JSON, Map.of()));
        table.expect(
            404,
            "404 before 412",
            send(stranger, to, route.good(), JSON, Map.of("If-Match", "\"999\"")));
        table.expect(
            404,
            "404 before 422 of the reason",
            send(stranger, to, route.good(), JSON, Map.of("X-Change-Reason", "%ff")));
      }
    }
    for (String where : List.of(project, regulated)) {
      table.expect(
          404,
          "404 before 422 of the structure",
          send(stranger, add(where), smiles(INVALID_STRUCTURE), JSON, Map.of()));
      table.expect(
          404, "404 before 409", send(stranger, add(where), smiles("CCO"), JSON, Map.of()));
    }
    table.check();
  }

  @Test
  void who_lacks_the_right_hears_it_whatever_is_wrong_with_the_rest() {
    Table table = new Table();
    for (Route route : inProjects()) {
      table.expect(403, "403 before 422", send(viewer, route, BAD_FORM, JSON, Map.of()));
      table.expect(403, "403 before 428", send(viewer, route, route.good(), JSON, Map.of()));
      table.expect(
          403,
          "403 before 412",
          send(viewer, route, route.good(), JSON, Map.of("If-Match", "\"999\"")));
      table.expect(
          403,
          "403 before 422 of the reason",
          send(viewer, route, route.good(), JSON, Map.of("X-Change-Reason", "%ff")));
    }
    table.expect(
        403,
        "403 before 422 of the structure",
        send(viewer, add(project), smiles(INVALID_STRUCTURE), JSON, Map.of()));
    table.expect(403, "403 before 409", send(viewer, add(project), smiles("CCO"), JSON, Map.of()));
    table.expect(403, "403 of the role before 422", send(owner, users(), BAD_FORM, JSON, Map.of()));
    table.check();
  }

  @Test
  void a_bad_form_is_refused_before_what_it_would_need() {
    Table table = new Table();
    for (Route route : List.of(member(project), rename(molecule))) {
      table.expect(422, "422 before 428", send(owner, route, BAD_FORM, JSON, Map.of()));
      table.expect(
          422, "422 before 412", send(owner, route, BAD_FORM, JSON, Map.of("If-Match", "\"999\"")));
      table.expect(
          422,
          "422 of the reason before 428",
          send(owner, route, route.good(), JSON, Map.of("X-Change-Reason", "%ff")));
    }
    for (Route route :
        List.of(add(regulated), batch(regulated), member(regulated), rename(regulatedMolecule))) {
      table.expect(
          422,
          "422 before 428 reason-required",
          send(owner, route, BAD_FORM, JSON, Map.of("If-Match", "\"1\"")));
    }
    table.expect(
        422,
        "422 before 422 of the structure",
        send(
            owner,
            add(project),
            "{\"smiles\":\"" + INVALID_STRUCTURE + "\",\"surprise\":1}",
            JSON,
            Map.of()),
        "invalid-request");
    table.expect(
        422,
        "422 before 409",
        send(
            owner,
            new Route("POST", "/v1/projects", "/v1/projects"),
            "{\"code\":\"ORDER\",\"name\":\"\"}",
            JSON,
            Map.of()));
    table.check();
  }

  @Test
  void what_is_missing_is_asked_for_before_the_state_of_things_is_told() {
    Table table = new Table();
    table.expect(
        428,
        "428 before 409 owner-stays-owner",
        send(owner, own(project), "{\"role\":\"EDITOR\"}", JSON, Map.of()));
    table.expect(
        412,
        "412 before 409 owner-stays-owner",
        send(owner, own(project), "{\"role\":\"EDITOR\"}", JSON, Map.of("If-Match", "\"999\"")));
    for (Route route : List.of(member(regulated), rename(regulatedMolecule))) {
      table.expect(
          428,
          "428 reason-required before 412",
          send(owner, route, route.good(), JSON, Map.of("If-Match", "\"999\"")),
          "reason-required");
      table.expect(
          428,
          "428 of If-Match",
          send(owner, route, route.good(), JSON, Map.of("X-Change-Reason", "why")));
    }
    table.expect(
        428,
        "428 before 409",
        send(owner, add(regulated), smiles("OCC"), JSON, Map.of()),
        "reason-required");
    table.expect(
        428,
        "428 before 422 of the structure",
        send(owner, add(regulated), smiles(INVALID_STRUCTURE), JSON, Map.of()),
        "reason-required");
    table.expect(
        428,
        "428 of the batch before 422 of its structures",
        send(
            owner,
            batch(regulated),
            "{\"items\":[" + smiles(INVALID_STRUCTURE) + "]}",
            JSON,
            Map.of()),
        "reason-required");
    table.check();
  }

  /** The last: it uses up what an address may register in an hour. */
  @Test
  @Order(Integer.MAX_VALUE)
  void who_registers_too_often_hears_it_before_the_form_is_judged() {
    HttpCaller nobody = moltrail.anonymous();
    Answer answer = register(nobody, 0);
    for (int call = 1; answer.status() != 429 && call < 10; call++) {
      answer = register(nobody, call);
    }
    answer.expect(429);
    nobody.post("/v1/auth/register", Map.of("surprise", 1)).expect(429);
  }

  private static Answer register(HttpCaller nobody, int number) {
    return nobody.post(
        "/v1/auth/register",
        Map.of(
            "email",
            "often-" + number + "@moltrail.example",
            "password",
            Installation.PASSWORD,
            "displayName",
            "Often"));
  }

  private static List<Route> routes() {
    List<Route> routes = new ArrayList<>(withoutRole());
    routes.add(users());
    return routes;
  }

  /** A route that needs a system role answers 403 without it, whatever is sent to it. */
  private static List<Route> withoutRole() {
    List<Route> routes = new ArrayList<>(inProjects());
    routes.add(new Route("POST", "/v1/projects", "/v1/projects"));
    routes.add(new Route("POST", "/v1/molecules/lookup", "/v1/molecules/lookup"));
    return routes;
  }

  private static List<Route> inProjects() {
    return List.of(member(project), add(project), batch(project), rename(molecule));
  }

  private static Route users() {
    return new Route("POST", "/v1/admin/users", "/v1/admin/users");
  }

  private static Route member(String where) {
    return new Route(
        "PUT", "/v1/projects/" + where + "/members/" + colleague.id(), "{\"role\":\"VIEWER\"}");
  }

  private static Route own(String where) {
    return new Route("PUT", "/v1/projects/" + where + "/members/" + ownerId, "");
  }

  private static Route add(String where) {
    return new Route("POST", "/v1/projects/" + where + "/molecules", smiles("CCN"));
  }

  private static Route batch(String where) {
    return new Route(
        "POST",
        "/v1/projects/" + where + "/molecules:batch",
        "{\"items\":[" + smiles("CCN") + "]}");
  }

  private static Route rename(String what) {
    return new Route("PATCH", "/v1/molecules/" + what, "{\"name\":\"Name\"}");
  }

  private static String smiles(String smiles) {
    return "{\"smiles\":\"" + smiles + "\"}";
  }

  private static Map<String, String> type(String contentType) {
    return Map.of("Content-Type", contentType);
  }

  private static Answer send(
      HttpCaller caller, Route route, String body, String contentType, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Content-Type", contentType);
    return caller.text(route.method(), route.path(), body, headers);
  }

  /**
   * A door.
   *
   * @param good a body against which nothing can be said
   */
  private record Route(String method, String path, String good) {

    /** The same, somewhere that there is not. */
    Route unknown() {
      return new Route(
          method,
          path.replace(project, UNKNOWN).replace(molecule, UNKNOWN).replace(regulated, UNKNOWN),
          good);
    }

    String tooLarge() {
      return path.endsWith(":batch") ? LARGER : TOO_LARGE;
    }
  }

  /** All that went wrong, not only the first. */
  private static final class Table {
    private final List<String> wrong = new ArrayList<>();

    void expect(int status, String rule, Answer answer) {
      if (answer.status() != status) {
        note(rule, answer);
      }
    }

    void expect(int status, String rule, Answer answer, String code) {
      if (answer.status() != status || !answer.code().equals(code)) {
        note(rule, answer);
      }
    }

    private void note(String rule, Answer answer) {
      wrong.add(
          "%s: %s %s answered %d %s"
              .formatted(
                  rule,
                  answer.response().request().method(),
                  answer.response().uri().getPath(),
                  answer.status(),
                  answer.body()));
    }

    void check() {
      assertThat(wrong).isEmpty();
    }
  }
}
