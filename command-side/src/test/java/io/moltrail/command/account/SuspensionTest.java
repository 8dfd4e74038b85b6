package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.messages.user.UserId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Who is shut out has no session left and is not let in, until somebody lets them in again. */
class SuspensionTest {

  private static final HttpResponse<String> ADMIN =
      Call.login(AccountServer.ADMIN_EMAIL, AccountServer.ADMIN_PASSWORD);

  @Test
  void a_suspension_ends_all_sessions_in_the_database_and_in_redis() {
    String email = Call.freshEmail();
    String user = make(email);
    List<HttpResponse<String>> logins =
        Stream.generate(() -> Call.login(email, Call.PASSWORD)).limit(2).toList();

    HttpResponse<String> suspended = verb(user, "suspend", 2);

    assertThat(suspended.statusCode()).as(suspended.body()).isEqualTo(204);
    assertThat(suspended.headers().firstValue("ETag")).contains("\"3\"");
    assertThat(suspended.headers().firstValue("X-Consistency-Token")).isPresent();
    for (HttpResponse<String> login : logins) {
      String session = Call.field(login, "sessionId");
      assertThat(AccountServer.bean(Sessions.class).isRevoked(session)).isTrue();
      assertThat(
              AccountServer.bean(StringRedisTemplate.class).hasKey("moltrail:revoked:" + session))
          .isTrue();
      assertThat(projects(login)).isEqualTo(401);
      assertThat(refresh(login)).isEqualTo(401);
    }
    assertThat(AccountServer.bean(Sessions.class).isRevoked(Call.field(ADMIN, "sessionId")))
        .isFalse();
  }

  @Test
  void who_is_suspended_hears_what_anybody_hears_who_mistypes() {
    String email = Call.freshEmail();
    String user = make(email);
    verb(user, "suspend", 2);

    assertThat(withoutTrace(Call.login(email, Call.PASSWORD)))
        .startsWith("401")
        .isEqualTo(withoutTrace(Call.login(email, "a wrong password, sadly")));
  }

  @Test
  void who_is_reinstated_logs_in_anew() {
    String email = Call.freshEmail();
    String user = make(email);
    HttpResponse<String> before = Call.login(email, Call.PASSWORD);
    verb(user, "suspend", 2);
    Session left = AccountServer.bean(Sessions.class).open(new UserId(UUID.fromString(user)));

    assertThat(verb(user, "reinstate", 3).statusCode()).isEqualTo(204);

    assertThat(projects(Call.login(email, Call.PASSWORD))).isEqualTo(201);
    assertThat(projects(before)).isEqualTo(401);
    assertThat(refresh(before)).isEqualTo(401);
    assertThat(AccountServer.bean(Sessions.class).isRevoked(left.id().toString())).isTrue();
  }

  @Test
  void what_changes_nothing_appends_nothing_and_keeps_the_version() {
    String user = make(Call.freshEmail());

    HttpResponse<String> kept = verb(user, "reinstate", 2);

    assertThat(kept.statusCode()).isEqualTo(204);
    assertThat(kept.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(kept.headers().firstValue("X-Consistency-Token")).isEmpty();
  }

  @Test
  void a_suspension_is_refused_in_the_order_of_the_contract() {
    String email = Call.freshEmail();
    String user = make(email);
    String path = "/v1/admin/users/" + user + ":suspend";
    String[] bearer = Call.bearer(ADMIN);
    String nobody = "/v1/admin/users/" + UUID.randomUUID() + ":suspend";

    assertThat(Call.post(path, Map.of()).statusCode()).isEqualTo(401);
    assertThat(
            Call.post(nobody, Map.of(), Call.bearer(Call.login(email, Call.PASSWORD))).statusCode())
        .isEqualTo(403);
    assertThat(Call.post(nobody, Map.of(), bearer).statusCode()).isEqualTo(404);
    assertThat(
            Call.post(path, Map.of(), bearer[0], bearer[1], "X-Change-Reason", "%ff").statusCode())
        .isEqualTo(422);
    assertThat(Call.post(path, Map.of(), bearer).statusCode()).isEqualTo(428);
    assertThat(verb(user, "suspend", 1).statusCode()).isEqualTo(412);
    assertThat(verb(administrator(), "suspend", 1).statusCode()).isEqualTo(412);
    HttpResponse<String> themselves = verb(administrator(), "suspend", 2);
    assertThat(themselves.statusCode()).isEqualTo(409);
    assertThat(themselves.body()).contains("/problems/self-suspension");
  }

  private static String administrator() {
    return AccountServer.superuser()
        .sql("select user_id::text from command.session where session_id = cast(? as uuid)")
        .param(Call.field(ADMIN, "sessionId"))
        .query(String.class)
        .single();
  }

  private static String make(String email) {
    Map<String, Object> form =
        Map.of(
            "email",
            email,
            "displayName",
            "Grace Hopper",
            "password",
            Call.PASSWORD,
            "tier",
            "PRO",
            "roles",
            List.of("USER"));
    return Call.field(Call.post("/v1/admin/users", form, Call.bearer(ADMIN)), "id");
  }

  private static HttpResponse<String> verb(String user, String verb, long version) {
    String[] bearer = Call.bearer(ADMIN);
    return Call.post(
        "/v1/admin/users/" + user + ":" + verb,
        Map.of(),
        bearer[0],
        bearer[1],
        "If-Match",
        "\"" + version + "\"");
  }

  private static int projects(HttpResponse<String> login) {
    return Call.post("/v1/projects", Map.of("name", "P", "code", "PRJ"), Call.bearer(login))
        .statusCode();
  }

  private static int refresh(HttpResponse<String> login) {
    return Call.post("/v1/auth/refresh", Map.of("refreshToken", Call.field(login, "refreshToken")))
        .statusCode();
  }

  private static String withoutTrace(HttpResponse<String> answer) {
    return answer.statusCode() + answer.body().replaceAll("\"traceId\":\"[^\"]*\"", "");
  }
}
