package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moltrail.web.settings.Settings;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

class SessionTest {

  @Test
  void a_login_answers_as_the_contract_says() {
    HttpResponse<String> login = login();

    assertThat(Call.json(login).propertyNames())
        .containsExactly("accessToken", "tokenType", "expiresIn", "refreshToken", "sessionId");
    assertThat(Call.json(login).required("expiresIn").intValue()).isEqualTo(600);
    assertThat(login.headers().firstValue("X-Device-Token")).isPresent();
    assertThat(login.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Strict");
  }

  @Test
  void each_refresh_token_leads_to_the_next() {
    HttpResponse<String> first = login();
    HttpResponse<String> second = refresh(first);
    HttpResponse<String> third = refresh(second);

    assertThat(third.statusCode()).isEqualTo(200);
    assertThat(Call.field(third, "sessionId")).isEqualTo(Call.field(first, "sessionId"));
    assertThat(Call.field(third, "refreshToken")).isNotEqualTo(Call.field(second, "refreshToken"));
  }

  @Test
  void a_spent_refresh_token_ends_the_whole_session() {
    HttpResponse<String> first = login();
    HttpResponse<String> second = refresh(first);
    HttpResponse<String> reused = refresh(first);

    assertThat(reused.statusCode()).isEqualTo(401);
    assertThat(reused.body()).contains("/problems/invalid-refresh-token");
    assertThat(refresh(second).statusCode()).isEqualTo(401);
    assertThat(logout(second).statusCode()).isEqualTo(401);
    assertThat(securityEvents("authn_token_reuse", Call.field(first, "sessionId"))).isPositive();
  }

  @Test
  void of_32_refreshes_at_once_one_wins() throws Exception {
    HttpResponse<String> login = login();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> calls =
          IntStream.range(0, 32)
              .<Callable<Integer>>mapToObj(n -> () -> refresh(login).statusCode())
              .toList();
      List<Integer> statuses =
          clients.invokeAll(calls).stream().map(Future::resultNow).sorted().toList();

      assertThat(statuses.getFirst()).isEqualTo(200);
      assertThat(statuses.subList(1, 32)).containsOnly(401);
    }
    String session = Call.field(login, "sessionId");
    assertThat(AccountServer.bean(Sessions.class).isRevoked(session)).isTrue();
  }

  @Test
  void logging_out_ends_access_at_once() {
    HttpResponse<String> login = login();

    assertThat(logout(login).statusCode()).isEqualTo(204);
    assertThat(logout(login).statusCode()).isEqualTo(401);
    assertThat(refresh(login).statusCode()).isEqualTo(401);
    assertThat(AccountServer.bean(Sessions.class).isRevoked(Call.field(login, "sessionId")))
        .isTrue();
  }

  @Test
  void a_session_that_has_ended_stays_ended_when_redis_forgets() {
    String session = Call.field(login(), "sessionId");
    StringRedisTemplate redis = AccountServer.bean(StringRedisTemplate.class);
    AccountServer.bean(Sessions.class).revoke(UUID.fromString(session));

    assertThat(
            await()
                .until(
                    () -> redis.getExpire("moltrail:revoked:" + session), seconds -> seconds > 0))
        .isBetween(600L, 660L);
  }

  @Test
  void who_is_unknown_and_who_mistypes_get_the_same_answer() {
    HttpResponse<String> unknown = Call.login(Call.freshEmail(), Call.PASSWORD);
    HttpResponse<String> mistaken = Call.login(AccountServer.ADMIN_EMAIL, Call.PASSWORD);
    HttpResponse<String> noAddress = Call.login("root", Call.PASSWORD);

    assertThat(withoutTrace(mistaken))
        .startsWith("401")
        .isEqualTo(withoutTrace(unknown))
        .isEqualTo(withoutTrace(noAddress));
  }

  @Test
  void too_many_logins_are_refused_but_a_known_device_counts_apart() {
    String email = Call.freshEmail();
    Mailbox.openAccount(email, Call.PASSWORD);
    String device =
        Call.login(email, Call.PASSWORD).headers().firstValue("X-Device-Token").orElseThrow();
    String[] from = {"X-Forwarded-For", Call.freshAddress()};
    List<Integer> mistakes =
        Stream.generate(() -> Call.login(email, "a wrong password, sadly", from).statusCode())
            .limit(30)
            .takeWhile(it -> it == 401)
            .toList();

    assertThat(mistakes).hasSizeBetween(5, 29);
    assertThat(
            Call.login(
                    email,
                    Call.PASSWORD,
                    "X-Forwarded-For",
                    from[1],
                    "Cookie",
                    "moltrail-device=" + device)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void all_devices_of_an_account_count_together_and_no_other_account_waits_for_them() {
    String eve = Call.freshEmail();
    String ada = Call.freshEmail();
    KnownDevices devices =
        new KnownDevices(AccountServer.bean(Settings.class).secrets().secretKey());
    List<Integer> mistakes =
        Stream.generate(() -> devices.token(Optional.empty(), eve))
            .limit(250)
            .map(
                it -> Call.login(eve, "a wrong password, sadly", "X-Device-Token", it).statusCode())
            .takeWhile(it -> it == 401)
            .toList();

    assertThat(mistakes).hasSizeBetween(20, 60);
    assertThat(
            Call.login(
                    ada,
                    "a wrong password, sadly",
                    "X-Device-Token",
                    devices.token(Optional.empty(), ada))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void security_events_hold_pseudonyms_and_networks_only() {
    String address = Call.freshAddress();
    Call.login(AccountServer.ADMIN_EMAIL, "a wrong password, sadly", "X-Forwarded-For", address);
    String row =
        AccountServer.superuser()
            .sql(
                "select e::text from log.security_event e where name = 'authn_login_fail' order by"
                    + " id desc limit 1")
            .query(String.class)
            .single();

    assertThat(row)
        .contains(address.substring(0, address.lastIndexOf('.')) + ".0/24")
        .doesNotContain(address + ",", AccountServer.ADMIN_EMAIL, "sadly");
  }

  private static long securityEvents(String name, String session) {
    return AccountServer.superuser()
        .sql(
            """
            select count(*) from log.security_event e join command.session s on s.user_id::text = e.actor
            where e.name = ? and s.session_id = cast(? as uuid)
            """)
        .params(name, session)
        .query(Long.class)
        .single();
  }

  private static HttpResponse<String> login() {
    return Call.login(AccountServer.ADMIN_EMAIL, AccountServer.ADMIN_PASSWORD);
  }

  private static HttpResponse<String> refresh(HttpResponse<String> answer) {
    return Call.post(
        "/v1/auth/refresh", Map.of("refreshToken", Call.field(answer, "refreshToken")));
  }

  private static HttpResponse<String> logout(HttpResponse<String> login) {
    return Call.post("/v1/auth/logout", Map.of(), Call.bearer(login));
  }

  private static String withoutTrace(HttpResponse<String> answer) {
    return answer.statusCode() + answer.body().replaceAll("\"traceId\":\"[^\"]*\"", "");
  }
}
