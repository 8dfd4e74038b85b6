package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What every answer carries, and what none gives away. */
@ExtendWith(Shared.class)
class HeadersTest {

  private static final List<String> SECURITY =
      List.of(
          "X-Request-Id",
          "Strict-Transport-Security",
          "X-Content-Type-Options",
          "Referrer-Policy",
          "Content-Security-Policy",
          "Cache-Control");
  private static final List<String> LIMITS =
      List.of(
          "X-RateLimit-Limit",
          "X-RateLimit-Remaining",
          "X-RateLimit-Reset",
          "RateLimit-Policy",
          "RateLimit");

  /** Stack traces, SQL, our own and other people's class names, and tables. */
  private static final Pattern LEAK =
      Pattern.compile(
          "\\bat [a-z]+\\.|Exception|\\bselect\\b.+\\bfrom\\b|insert into|update .+ set |\\bpsql|"
              + "(io\\.moltrail|org\\.|java\\.|jakarta\\.|com\\.|tools\\.jackson)[a-z.]*[A-Z]|"
              + "[Tt]omcat|[Pp]ostgres|project_guard|command\\.claim",
          Pattern.DOTALL);

  private static Installation moltrail;
  private static HttpCaller owner;
  private static String project;
  private static String molecule;
  private static final List<Answer> ANSWERS = new ArrayList<>();

  @BeforeAll
  static void start(Installation shared) {
    moltrail = shared;
    owner = moltrail.person("Owner").caller();
    Answer opened =
        owner.post("/v1/projects", Map.of("name", "Headers", "code", "HEAD")).expect(201);
    project = opened.json().get("id").stringValue();
    Person viewer = moltrail.person("Viewer");
    Projects.addMember(owner, project, viewer.id(), "VIEWER", 1);
    molecule = Projects.addMolecule(owner, project, "CCO");
    ANSWERS.add(opened);
    collect(viewer.caller());
  }

  /** One answer of each kind. */
  private static void collect(HttpCaller viewer) {
    String molecules = "/v1/projects/" + project + "/molecules";
    String one = "/v1/molecules/" + molecule;
    Map<String, String> ethanol = Map.of("smiles", "OCC");
    Map<String, String> name = Map.of("name", "Ethanol");
    String large = "{\"smiles\":\"" + "C".repeat(300_000) + "\"}";
    keep(200, owner.get("/v1/me"));
    keep(202, moltrail.anonymous().post("/v1/auth/register", newcomer()));
    keep(207, owner.post(molecules + ":batch", Map.of("items", List.of(ethanol))));
    keep(400, owner.json("POST", molecules, "{"));
    keep(400, owner.call("PATCH", one, name, Map.of("If-Match", "1")));
    keep(401, moltrail.anonymous().get("/v1/me"));
    keep(401, owner.with("nonsense").get("/v1/me"));
    keep(
        401,
        moltrail
            .anonymous()
            .post("/v1/auth/login", Map.of("email", "a@b.example", "password", "wrong")));
    keep(401, moltrail.anonymous().post("/v1/auth/refresh", Map.of("refreshToken", "wrong")));
    keep(403, viewer.post(molecules, ethanol));
    keep(403, owner.post("/v1/admin/users", Map.of()));
    keep(404, owner.get("/v1/nothing"));
    keep(404, owner.get("/v1/projects/0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90"));
    keep(405, owner.call("DELETE", "/v1/me", null, Map.of()));
    keep(406, owner.get("/v1/me", Map.of("Accept", "text/csv")));
    keep(409, owner.post(molecules, ethanol));
    keep(412, owner.call("PATCH", one, name, Map.of("If-Match", "\"9\"")));
    keep(413, owner.json("POST", molecules, large));
    keep(413, owner.chunked("POST", molecules, large));
    keep(415, owner.text("POST", molecules, "x", Map.of("Content-Type", "text/plain")));
    keep(422, owner.post(molecules, Map.of("smiles", "C(")));
    keep(422, owner.post(molecules, Map.of("surprise", 1)));
    keep(428, owner.call("PATCH", one, name, Map.of()));
    keep(429, tooOften(moltrail.person("Hasty", "FREE").caller()));
    keep(204, moltrail.person("Leaving").caller().call("POST", "/v1/auth/logout", null, Map.of()));
  }

  private static void keep(int status, Answer answer) {
    ANSWERS.add(answer.expect(status));
  }

  private static Answer tooOften(HttpCaller hasty) {
    Answer answer = hasty.get("/v1/me");
    for (int call = 0; answer.status() != 429 && call < 10_000; call++) {
      answer = hasty.get("/v1/me");
    }
    return answer;
  }

  private static Map<String, String> newcomer() {
    return Map.of(
        "email", "new@moltrail.example", "password", Installation.PASSWORD, "displayName", "New");
  }

  @Test
  void every_answer_carries_a_request_id_the_security_headers_and_the_limit() {
    List<String> wrong = new ArrayList<>();
    for (Answer answer : ANSWERS) {
      for (String header : SECURITY) {
        need(answer, header, wrong);
      }
      for (String header : LIMITS) {
        need(answer, header, wrong);
      }
      for (String header : List.of("Server", "X-Powered-By")) {
        if (answer.response().headers().firstValue(header).isPresent()) {
          wrong.add(what(answer) + " has " + header);
        }
      }
      assertThat(answer.header("Cache-Control")).as(what(answer)).contains("no-store");
    }
    assertThat(wrong).isEmpty();
  }

  private static void need(Answer answer, String header, List<String> wrong) {
    if (answer.response().headers().firstValue(header).filter(it -> !it.isBlank()).isEmpty()) {
      wrong.add(what(answer) + " has no " + header);
    }
  }

  @Test
  void every_refusal_is_a_problem_with_all_its_members() {
    for (Answer answer : ANSWERS) {
      if (answer.status() >= 400) {
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        for (String member : List.of("type", "title", "detail", "instance", "traceId")) {
          assertThat(problem.get(member).stringValue()).as(what(answer)).isNotBlank();
        }
        assertThat(problem.get("status").intValue()).isEqualTo(answer.status());
        assertThat(problem.get("type").stringValue()).matches("/problems/[a-z0-9-]+");
        assertThat(problem.get("instance").stringValue())
            .isEqualTo(answer.response().uri().getPath());
        assertThat(problem.get("traceId").stringValue()).isEqualTo(answer.header("X-Request-Id"));
      }
    }
  }

  @Test
  void some_refusals_say_what_to_do_in_a_header() {
    for (Answer answer : ANSWERS) {
      switch (answer.status()) {
        case 401 -> assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        case 405 -> assertThat(answer.header("Allow")).contains("GET").doesNotContain("DELETE");
        case 429 -> assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        default -> {}
      }
    }
  }

  @Test
  void every_problem_is_explained_at_its_type() {
    Set<String> types = new TreeSet<>();
    ANSWERS.stream()
        .filter(it -> it.status() >= 400)
        .forEach(it -> types.add(it.json().get("type").stringValue()));
    assertThat(types).hasSizeGreaterThan(12);
    for (String type : types) {
      JsonNode explanation = owner.get(type).expect(200).json();
      assertThat(type).endsWith("/" + explanation.get("code").stringValue());
      assertThat(explanation.get("explanation").stringValue()).isNotBlank();
      assertThat(owner.get(type, Map.of("Accept", "text/html")).expect(200).body())
          .contains("<h1>");
    }
  }

  @Test
  void no_body_gives_away_what_is_behind() {
    for (Answer answer : ANSWERS) {
      assertThat(LEAK.matcher(answer.body()).find()).as(what(answer)).isFalse();
    }
    assertThat(LEAK.matcher("NullPointerException\n\tat io.moltrail.Main").find()).isTrue();
  }

  @Test
  void a_trace_is_refused_by_the_container_and_echoes_nothing() {
    Answer answer =
        owner.call("TRACE", "/v1/me", null, Map.of("X-Secret", "echo-me-if-you-dare")).expect(405);
    assertThat(answer.header("Allow")).doesNotContain("TRACE");
    assertThat(answer.body()).doesNotContain("echo-me-if-you-dare", "Bearer");
  }

  @Test
  void what_is_no_http_is_the_callers_mistake() throws IOException {
    String login =
        """
        POST /v1/auth/login HTTP/1.1
        Host: localhost
        Content-Type: application/json
        Connection: close
        """;
    List<String> wrong = new ArrayList<>();
    for (String request :
        List.of(
            login + "Transfer-Encoding: chunked\n\nzz\n{}\n0\n\n",
            login + "Transfer-Encoding: gzip\n\n{}",
            login + "Content-Length: many\n\n{}",
            login + "Content-Length: 2\nTransfer-Encoding: chunked\n\n0\n\n",
            login + "Content-Length: 50\n\n{}",
            "CONNECT /v1/me HTTP/1.1\nHost: localhost\nConnection: close\n\n",
            "GET /v1/projects?limit=% HTTP/1.1\nHost: localhost\nConnection: close\n\n",
            "GET /v1/../v1/me HTTP/1.1\nHost: localhost\nConnection: close\n\n")) {
      String answer = raw(request.replace("\n", "\r\n"));
      if (!answer.isEmpty() && !answer.matches("(?s)HTTP/1.1 (4\\d\\d|501).*")) {
        wrong.add(request + " got " + answer);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Says it, says no more, and listens. */
  private static String raw(String request) throws IOException {
    URI address = moltrail.process().address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String what(Answer answer) {
    return answer.response().request().method()
        + " "
        + answer.response().uri().getPath()
        + " "
        + answer.status();
  }
}
