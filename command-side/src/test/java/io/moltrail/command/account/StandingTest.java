package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.Envelopes.Envelope;
import io.moltrail.eventstore.json.MessageJson;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What administrators decide about users who stay. */
class StandingTest {

  private static final HttpResponse<String> ADMIN =
      Call.login(AccountServer.ADMIN_EMAIL, AccountServer.ADMIN_PASSWORD);

  @Test
  void rights_hold_and_end_with_the_decision() {
    String email = Call.freshEmail();
    String user = make(email);
    HttpResponse<String> login = Call.login(email, Call.PASSWORD);
    assertThat(make(login).statusCode()).isEqualTo(403);

    HttpResponse<String> promoted =
        patch(user, Map.of("tier", "ENTERPRISE", "roles", List.of("USER", "ADMIN")), 2);

    assertThat(promoted.statusCode()).as(promoted.body()).isEqualTo(200);
    assertThat(Call.field(promoted, "id")).isEqualTo(user);
    assertThat(Call.json(promoted).get("version").asLong()).isEqualTo(4);
    assertThat(promoted.headers().firstValue("ETag")).contains("\"4\"");
    assertThat(promoted.headers().firstValue("X-Consistency-Token")).isPresent();
    HttpResponse<String> made = make(login);
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("X-RateLimit-Limit")).contains("12000");

    patch(user, Map.of("tier", "FREE", "roles", List.of("USER")), 4);

    HttpResponse<String> refused = make(login);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("X-RateLimit-Limit")).contains("120");
  }

  @Test
  void what_changes_nothing_appends_nothing_and_keeps_the_version() {
    String user = make(Call.freshEmail());

    HttpResponse<String> kept = patch(user, Map.of("tier", "PRO", "roles", List.of("USER")), 2);

    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(kept.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(kept.headers().firstValue("X-Consistency-Token")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /tier | nothing-to-change",
        "{\"tier\": null} | /tier | unknown-tier",
        "{\"tier\": \"pro\"} | /tier | unknown-tier",
        "{\"roles\": null} | /roles | unknown-role",
        "{\"roles\": \"USER\"} | /roles | unknown-role",
        "{\"roles\": [\"USER\", \"ROOT\"]} | /roles | unknown-role",
        "{\"roles\": [\"USER\", null]} | /roles | unknown-role",
        "{\"roles\": []} | /roles | user-role-needed",
        "{\"roles\": [\"ADMIN\"]} | /roles | user-role-needed",
        "{\"role\": \"ADMIN\"} | /role | unknown-property",
      })
  void a_form_that_is_not_as_it_must_be_names_the_field(String form, String field, String code) {
    HttpResponse<String> refused =
        patch(make(Call.freshEmail()), MessageJson.mapper().readTree(form), 2);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(Call.json(refused).get("errors").get(0).get("pointer").asString()).isEqualTo(field);
    assertThat(Call.json(refused).get("errors").get(0).get("code").asString()).isEqualTo(code);
  }

  @Test
  void a_change_is_refused_in_the_order_of_the_contract() {
    String email = Call.freshEmail();
    String user = make(email);
    String path = "/v1/admin/users/" + user;
    String nobody = "/v1/admin/users/" + UUID.randomUUID();
    Map<String, Object> empty = Map.of();
    Map<String, Object> sound = Map.of("tier", "FREE");

    assertThat(Call.patch(path, empty).statusCode()).isEqualTo(401);
    assertThat(
            Call.patch(nobody, empty, Call.bearer(Call.login(email, Call.PASSWORD))).statusCode())
        .isEqualTo(403);
    assertThat(Call.patch(nobody, empty, Call.bearer(ADMIN)).statusCode()).isEqualTo(404);
    assertThat(Call.patch(path, empty, Call.bearer(ADMIN)).statusCode()).isEqualTo(422);
    assertThat(Call.patch(path, sound, Call.bearer(ADMIN)).statusCode()).isEqualTo(428);
    assertThat(patch(user, sound, 1).statusCode()).isEqualTo(412);
  }

  @Test
  void nobody_changes_their_own_roles_and_hears_it_before_the_version() {
    HttpResponse<String> refused =
        patch(administrator(), Map.of("roles", List.of("USER", "ADMIN", "AUDITOR")), 999);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Call.field(refused, "detail")).startsWith("Nobody changes their own roles");
    for (List<String> faulty : List.of(List.of("ROOT"), List.of("ADMIN"))) {
      assertThat(patch(administrator(), Map.of("roles", faulty), 999).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void all_sessions_end_and_a_new_login_is_let_in() {
    String email = Call.freshEmail();
    String user = make(email);
    List<HttpResponse<String>> logins =
        Stream.generate(() -> Call.login(email, Call.PASSWORD)).limit(2).toList();

    HttpResponse<String> ended = terminate(user, Call.bearer(ADMIN));

    assertThat(ended.statusCode()).as(ended.body()).isEqualTo(204);
    for (HttpResponse<String> login : logins) {
      assertThat(AccountServer.bean(Sessions.class).isRevoked(Call.field(login, "sessionId")))
          .isTrue();
      assertThat(make(login).statusCode()).isEqualTo(401);
      assertThat(refresh(login)).isEqualTo(401);
    }
    assertThat(make(Call.login(email, Call.PASSWORD)).statusCode()).isEqualTo(403);
    assertThat(make(ADMIN).statusCode()).isEqualTo(201);
  }

  @Test
  void administrators_end_their_own_sessions_too() {
    String email = Call.freshEmail();
    String user = make(email);
    patch(user, Map.of("roles", List.of("USER", "ADMIN")), 2);
    HttpResponse<String> login = Call.login(email, Call.PASSWORD);

    assertThat(terminate(user, Call.bearer(login)).statusCode()).isEqualTo(204);

    assertThat(make(login).statusCode()).isEqualTo(401);
  }

  @Test
  void sessions_are_ended_by_administrators_and_of_users_that_there_are() {
    String email = Call.freshEmail();
    String user = make(email);
    HttpResponse<String> login = Call.login(email, Call.PASSWORD);
    String nobody = UUID.randomUUID().toString();

    assertThat(terminate(user).statusCode()).isEqualTo(401);
    assertThat(terminate(nobody, Call.bearer(login)).statusCode()).isEqualTo(403);
    assertThat(terminate(nobody, Call.bearer(ADMIN)).statusCode()).isEqualTo(404);
    assertThat(terminate(user, because("%ff")).statusCode()).isEqualTo(422);
    assertThat(make(login).statusCode()).isEqualTo(403);
  }

  @Test
  void who_ended_whose_sessions_is_written_down_and_why_is_sealed() {
    String user = make(Call.freshEmail());

    terminate(user, because("a%20lost%20telephone"));

    String detail =
        AccountServer.superuser()
            .sql(
                """
                select convert_from(detail, 'UTF8') from log.security_event
                where name = 'authn_token_revoked' and actor = ? order by id desc limit 1
                """)
            .param(administrator())
            .query(String.class)
            .single();
    assertThat(detail).contains("user:" + user).doesNotContain("telephone");
    Envelope sealed = MessageJson.mapper().readValue(detail, Envelope.class);
    assertThat(
            new String(
                AccountServer.bean(Envelopes.class).open(sealed).orElseThrow(),
                StandardCharsets.UTF_8))
        .isEqualTo("{\"reason\":\"a lost telephone\"}");
  }

  private static String administrator() {
    return AccountServer.superuser()
        .sql("select user_id::text from command.session where session_id = cast(? as uuid)")
        .param(Call.field(ADMIN, "sessionId"))
        .query(String.class)
        .single();
  }

  private static String make(String email) {
    return Call.field(make(email, ADMIN), "id");
  }

  private static HttpResponse<String> make(HttpResponse<String> login) {
    return make(Call.freshEmail(), login);
  }

  private static HttpResponse<String> make(String email, HttpResponse<String> by) {
    return Call.post(
        "/v1/admin/users",
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
            List.of("USER")),
        Call.bearer(by));
  }

  private static HttpResponse<String> patch(String user, Object form, long version) {
    return Call.patch(
        "/v1/admin/users/" + user,
        form,
        with(Call.bearer(ADMIN), "If-Match", "\"" + version + "\""));
  }

  private static HttpResponse<String> terminate(String user, String... headers) {
    return Call.post("/v1/admin/users/" + user + ":terminate-sessions", Map.of(), headers);
  }

  private static String[] because(String reason) {
    return with(Call.bearer(ADMIN), "X-Change-Reason", reason);
  }

  private static String[] with(String[] headers, String... more) {
    return Stream.concat(Arrays.stream(headers), Arrays.stream(more)).toArray(String[]::new);
  }

  private static int refresh(HttpResponse<String> login) {
    return Call.post("/v1/auth/refresh", Map.of("refreshToken", Call.field(login, "refreshToken")))
        .statusCode();
  }
}
