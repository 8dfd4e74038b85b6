package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Users see where they are logged in, and end that. */
class OwnSessionsTest {

  private final String email = Call.freshEmail();

  @BeforeEach
  void register() {
    Mailbox.openAccount(email, Call.PASSWORD);
  }

  @Test
  void a_session_is_shown_with_its_times_and_whether_it_is_the_one_that_asks() {
    HttpResponse<String> first = login();
    HttpResponse<String> second = login();

    JsonNode items = Call.json(sessions("", second)).required("items");

    assertThat(items.findValuesAsString("id")).containsExactly(id(second), id(first));
    assertThat(items.get(0).propertyNames())
        .containsExactly("id", "createdAt", "lastUsedAt", "expiresAt", "current");
    assertThat(items.get(0).required("current").booleanValue()).isTrue();
    assertThat(items.get(1).required("current").booleanValue()).isFalse();
  }

  @Test
  void sessions_come_in_pages() {
    List<HttpResponse<String>> logins = Stream.generate(this::login).limit(3).toList();

    JsonNode page = Call.json(sessions("?limit=2", logins.getFirst()));
    JsonNode next =
        Call.json(
            sessions("?limit=2&cursor=" + page.required("next").stringValue(), logins.getFirst()));

    assertThat(page.required("items").size()).isEqualTo(2);
    assertThat(next.required("items").findValuesAsString("id"))
        .containsExactly(id(logins.getFirst()));
    assertThat(next.required("next").isNull()).isTrue();
  }

  @Test
  void one_that_is_ended_is_refused_and_shown_no_more() {
    HttpResponse<String> kept = login();
    HttpResponse<String> lost = login();

    assertThat(end(id(lost), kept)).isEqualTo(204);

    assertThat(sessions("", lost).statusCode()).isEqualTo(401);
    assertThat(Call.json(sessions("", kept)).required("items").findValuesAsString("id"))
        .containsExactly(id(kept));
  }

  @Test
  void one_that_is_unknown_anothers_or_over_is_not_there() {
    HttpResponse<String> mine = login();
    HttpResponse<String> over = login();
    end(id(over), mine);
    HttpResponse<String> others =
        Call.login(AccountServer.ADMIN_EMAIL, AccountServer.ADMIN_PASSWORD);

    for (String session :
        List.of(id(over), id(others), UUID.randomUUID().toString(), "no-session")) {
      assertThat(end(session, mine)).as(session).isEqualTo(404);
    }
    assertThat(AccountServer.bean(Sessions.class).isRevoked(id(others))).isFalse();
  }

  @Test
  void logging_out_everywhere_ends_all_of_them_and_nobody_elses() {
    List<HttpResponse<String>> logins = Stream.generate(this::login).limit(2).toList();
    HttpResponse<String> others =
        Call.login(AccountServer.ADMIN_EMAIL, AccountServer.ADMIN_PASSWORD);

    assertThat(
            Call.post("/v1/auth/logout-all", Map.of(), Call.bearer(logins.getFirst())).statusCode())
        .isEqualTo(204);

    assertThat(logins).allMatch(it -> sessions("", it).statusCode() == 401);
    assertThat(sessions("", others).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> login() {
    return Call.login(email, Call.PASSWORD);
  }

  private static String id(HttpResponse<String> login) {
    return Call.field(login, "sessionId");
  }

  private static HttpResponse<String> sessions(String query, HttpResponse<String> login) {
    return Call.get("/v1/auth/sessions" + query, Call.bearer(login));
  }

  private static int end(String session, HttpResponse<String> by) {
    return Call.delete("/v1/auth/sessions/" + session, Call.bearer(by)).statusCode();
  }
}
