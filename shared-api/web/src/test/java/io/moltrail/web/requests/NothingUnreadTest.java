package io.moltrail.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.web.Call;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NothingUnreadTest {

  private static final String ID = "0190a6f2-0000-7000-8000-000000000001";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/things?limt=5",
        "/v1/things?Limit=5",
        "/v1/things?total=true",
        "/v1/things?limit=5&limit=6",
        "/v1/things?limit=5&limit=5",
        "/v1/things?=",
        "/v1/wait?seconds=1",
        "/v1/by-owner?owner=" + ID + "&owner=" + ID,
        "/v1/by-owner?owner=" + ID + "&name=x"
      })
  void refuses_what_it_would_not_read_in_a_query(String path) {
    malformed(Call.send(Call.known(path)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/things?", "/v1/things?limit=5", "/v1/by-owner?owner=" + ID, "/v1/wait"})
  void takes_what_it_reads(String path) {
    assertThat(Call.send(Call.known(path)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"If-Match", "X-Change-Reason", "X-Consistency-Token"})
  void refuses_a_header_that_is_there_twice(String header) {
    malformed(Call.send(change().header(header, "\"7\"").header(header, "\"8\"")));
  }

  @Test
  void refuses_a_body_where_none_is_read() {
    malformed(Call.send(sent("PATCH", "{\"name\":\"x\"}", "application/json")));
    malformed(Call.send(sent("PATCH", "{}", "application/json")));
    malformed(Call.send(sent("POST", "{\"why\":\"x\"}", "application/json")));
    malformed(Call.send(sent("POST", "x", "text/plain")));
    malformed(Call.send(sent("POST", "{}", "text/plain")));
    malformed(Call.send(sent("POST", "owner=x", "application/x-www-form-urlencoded")));
    malformed(Call.send(Call.chunked(Call.known("/v1/plain"), "{\"why\":\"x\"}")));
  }

  @Test
  void takes_no_body_and_an_empty_object_for_none() {
    assertThat(Call.send(sent("POST", "", "application/json")).statusCode()).isEqualTo(200);
    assertThat(Call.send(sent("POST", "", "text/plain")).statusCode()).isEqualTo(200);
    assertThat(Call.send(sent("POST", "{}", "application/json")).statusCode()).isEqualTo(200);
    assertThat(Call.send(Call.chunked(Call.known("/v1/plain"), "")).statusCode()).isEqualTo(200);
  }

  private static void malformed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("/problems/malformed-request");
  }

  private static HttpRequest.Builder sent(String method, String body, String type) {
    HttpRequest.Builder call =
        method.equals("PATCH") ? change().header("If-Match", "\"7\"") : Call.known("/v1/plain");
    return call.header("Content-Type", type)
        .method(method, HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpRequest.Builder change() {
    return Call.known("/v1/versions/" + ID).method("PATCH", HttpRequest.BodyPublishers.noBody());
  }
}
