package io.moltrail.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.web.Call;
import io.moltrail.web.EdgeServer;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EveryAnswerTest {

  record Case(int status, HttpRequest.Builder call) {
    @Override
    public String toString() {
      return status + " " + call.build().uri().getPath();
    }
  }

  static List<Case> answers() {
    return List.of(
        new Case(200, Call.known("/v1/whoami")),
        new Case(200, Call.to("/problems/not-found")),
        new Case(401, Call.to("/v1/whoami")),
        new Case(401, Call.to("/v1/nowhere")),
        new Case(401, Call.to("/v1/whoami").header("Authorization", "Bearer nonsense")),
        new Case(404, Call.known("/v1/nowhere")),
        new Case(405, Call.known("/v1/whoami").DELETE()),
        new Case(405, Call.to("/v1/auth/login")),
        new Case(406, Call.known("/v1/whoami").header("Accept", "image/png")),
        new Case(
            415,
            Call.known("/v1/things")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("x"))),
        new Case(400, Call.post(Call.known("/v1/things"), "{")),
        new Case(400, Call.known("/v1/things;a=b")),
        new Case(500, Call.known("/v1/fail/bug")),
        new Case(500, Call.known("/v1/fail/overflow")),
        new Case(500, Call.known("/v1/later")),
        new Case(503, Call.known("/v1/fail/unavailable")));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void carries_the_headers_of_security_limits_and_name(Case it) {
    HttpResponse<String> answer = Call.send(it.call());

    assertThat(answer.statusCode()).isEqualTo(it.status());
    assertThat(answer.headers().map())
        .containsKeys(
            "x-request-id",
            "strict-transport-security",
            "x-content-type-options",
            "content-security-policy",
            "referrer-policy",
            "cache-control",
            "x-ratelimit-limit",
            "x-ratelimit-remaining",
            "x-ratelimit-reset",
            "ratelimit",
            "ratelimit-policy")
        .doesNotContainKey("server");
    assertThat(answer.headers().allValues("cache-control")).containsExactly("no-store");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void is_a_problem_with_the_trace_of_its_request_when_refused(Case it) {
    HttpResponse<String> answer = Call.send(it.call());

    if (it.status() >= 400) {
      assertThat(answer.headers().firstValue("content-type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(answer.body())
          .contains(
              "\"type\":\"/problems/", "\"title\":", "\"detail\":", "\"status\":" + it.status())
          .contains(
              "\"traceId\":\"" + answer.headers().firstValue("x-request-id").orElseThrow() + "\"")
          .doesNotContain("Exception", "select", "io.moltrail", "org.springframework", "\tat ");
    }
  }

  @Test
  void keeps_what_a_handler_says_about_caching_and_content() {
    HttpResponse<String> answer = Call.send(Call.known("/v1/cached"));

    assertThat(answer.headers().allValues("cache-control")).containsExactly("no-cache, private");
    assertThat(answer.headers().allValues("content-security-policy")).containsExactly("sandbox");
  }

  @Test
  void names_the_methods_that_are_allowed_when_one_is_not() {
    HttpResponse<String> answer = Call.send(Call.known("/v1/things").DELETE());

    assertThat(answer.headers().firstValue("allow").orElse("")).contains("GET", "POST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0190f7a2-7c3e-7b1a-8f00-0123456789ab", "4bf92f3577b34da6a3ce929d0e0e4736"})
  void keeps_the_request_id_of_the_caller(String sent) {
    assertThat(requestIdFor(sent)).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b<script>",
        "ada-lovelace",
        "ada@example.org",
        "0190F7A2-7C3E-7B1A-8F00-0123456789AB",
        "0190f7a2-7c3e-7b1a-8f00-0123456789ab-ada"
      })
  void replaces_a_request_id_that_could_say_something(String sent) {
    assertThat(requestIdFor(sent)).hasSize(36).isNotEqualTo(sent);
  }

  @Test
  void leaves_the_query_out_of_a_problem() {
    assertThat(Call.send(Call.known("/v1/nowhere?smiles=CCO")).body())
        .contains("\"instance\":\"/v1/nowhere\"")
        .doesNotContain("CCO");
  }

  @Test
  void is_a_problem_even_where_the_container_refuses_by_itself() throws IOException {
    assertThat(raw("GET /v1/{bad|target} HTTP/1.1\r\nHost: x\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "malformed-request")
        .contains("X-Request-Id", "Strict-Transport-Security");
  }

  @Test
  void says_that_headers_are_too_large() throws IOException {
    assertThat(
            raw("GET /v1/whoami HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431")
        .contains("headers-too-large");
  }

  @Test
  void says_that_an_address_is_too_long() throws IOException {
    assertThat(raw("GET /v1/whoami?q=" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
        .startsWith("HTTP/1.1 414")
        .contains("uri-too-long");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", EdgeServer.port())) {
      socket.setSoTimeout(5_000);
      socket
          .getOutputStream()
          .write(
              request
                  .replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String requestIdFor(String sent) {
    return Call.send(Call.known("/v1/whoami").header("X-Request-Id", sent))
        .headers()
        .firstValue("x-request-id")
        .orElseThrow();
  }
}
