package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sessions begin, go on and end, on both sides. */
@ExtendWith(Shared.class)
class SessionsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static TwoProcesses moltrail;
  private static HttpCaller anonymous;
  private static Person person;

  @BeforeAll
  static void start(TwoProcesses shared) {
    moltrail = shared;
    anonymous = moltrail.anonymous();
    person = Installation.person(anonymous, moltrail.administrator(), "Person");
  }

  @Test
  void a_logout_ends_the_access_token_on_both_sides() {
    JsonNode session = login(person.email(), Installation.PASSWORD).expect(200).json();
    HttpCaller here = anonymous.with(session.get("accessToken").stringValue());
    HttpCaller there = here.at(moltrail.querySide().address());
    there.get("/v1/me").expect(200);

    here.call("POST", "/v1/auth/logout", null, Map.of()).expect(204);

    await(401, () -> there.get("/v1/me"));
    await(401, () -> here.post("/v1/projects", Map.of("name", "P", "code", "GONE")));
    refresh(session).expect(401);
    person.caller().at(moltrail.querySide().address()).get("/v1/me").expect(200);
  }

  @Test
  void a_refresh_token_is_good_once_and_its_reuse_ends_the_session() {
    JsonNode first = login(person.email(), Installation.PASSWORD).expect(200).json();
    JsonNode second = refresh(first).expect(200).json();
    assertThat(second.get("refreshToken")).isNotEqualTo(first.get("refreshToken"));
    assertThat(second.get("sessionId")).isEqualTo(first.get("sessionId"));
    HttpCaller there =
        anonymous.with(second.get("accessToken").stringValue()).at(moltrail.querySide().address());
    there.get("/v1/me").expect(200);

    refresh(first).expect(401);

    refresh(second).expect(401);
    await(401, () -> there.get("/v1/me"));
  }

  @Test
  void sessions_end_one_by_one_with_a_password_and_all_together() {
    Person holder = Installation.person(anonymous, moltrail.administrator(), "Holder");
    String changed = "amber kites over Tromso";
    HttpCaller first = holder.caller();
    JsonNode second = login(holder.email(), Installation.PASSWORD).expect(200).json();
    HttpCaller third = session(login(holder.email(), Installation.PASSWORD));
    JsonNode listed = first.get("/v1/auth/sessions").expect(200).json().get("items");
    assertThat(listed.size()).isEqualTo(3);
    assertThat(listed.get(1).get("id")).isEqualTo(second.get("sessionId"));
    String path = "/v1/auth/sessions/" + second.get("sessionId").stringValue();
    person.caller().call("DELETE", path, null, Map.of()).expect(404);

    first.call("DELETE", path, null, Map.of()).expect(204);
    awaitEnd(anonymous.with(second.get("accessToken").stringValue()));
    first
        .post(
            "/v1/auth/password/change",
            Map.of("currentPassword", Installation.PASSWORD, "newPassword", changed))
        .expect(204);
    awaitEnd(third);
    first.at(moltrail.querySide().address()).get("/v1/me").expect(200);

    anonymous.post("/v1/auth/password/forgot", Map.of("email", holder.email())).expect(202);
    Map<String, String> reset =
        Map.of(
            "token",
            moltrail.mailbox().tokenFor(holder.email().toLowerCase(Locale.ROOT)),
            "newPassword",
            Installation.PASSWORD);
    anonymous.post("/v1/auth/password/reset", reset).expect(204);
    awaitEnd(first);
    anonymous.post("/v1/auth/password/reset", reset).expect(422);
    login(holder.email(), changed).expect(401);

    HttpCaller last = session(login(holder.email(), Installation.PASSWORD));
    last.call("POST", "/v1/auth/logout-all", null, Map.of()).expect(204);
    awaitEnd(last);
  }

  private static HttpCaller session(Answer login) {
    return anonymous.with(login.expect(200).json().get("accessToken").stringValue());
  }

  private static void awaitEnd(HttpCaller here) {
    await(401, () -> here.at(moltrail.querySide().address()).get("/v1/me"));
    await(401, () -> here.get("/v1/auth/sessions"));
  }

  @Test
  void who_is_unknown_mistaken_or_unverified_hears_the_same() {
    String unverified = "unverified@moltrail.example";
    anonymous
        .post(
            "/v1/auth/register",
            Map.of("email", unverified, "password", Installation.PASSWORD, "displayName", "Nobody"))
        .expect(202);
    assertThat(moltrail.mailbox().tokenFor(unverified)).isNotBlank();
    List<Answer> answers =
        List.of(
            login("unknown@moltrail.example", Installation.PASSWORD),
            login(person.email(), "another horse battery staple"),
            login(unverified, Installation.PASSWORD),
            login(unverified, "another horse battery staple"),
            login("no address at all", Installation.PASSWORD));
    assertThat(answers).allMatch(it -> it.status() == 401);
    assertThat(answers.stream().map(SessionsTest::withoutTrace).distinct()).hasSize(1);
    assertThat(answers.stream().map(it -> it.response().headers().map().keySet()).distinct())
        .hasSize(1);
  }

  private static JsonNode withoutTrace(Answer answer) {
    ObjectNode problem = (ObjectNode) answer.json();
    problem.remove("traceId");
    return problem;
  }

  private static Answer login(String email, String password) {
    return anonymous.post("/v1/auth/login", Map.of("email", email, "password", password));
  }

  private static Answer refresh(JsonNode session) {
    return anonymous.post(
        "/v1/auth/refresh", Map.of("refreshToken", session.get("refreshToken").stringValue()));
  }

  private static void await(int status, Supplier<Answer> call) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (call.get().status() != status) {
      assertThat(Instant.now()).as("still no " + status).isBefore(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }
}
