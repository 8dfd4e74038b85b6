package io.moltrail.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.web.Call;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReadingTest {

  private static final String ID = "0190a6f2-0000-7000-8000-000000000001";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"\"7\"", "W/\"7\""})
  void takes_a_version_as_strong_or_weak_tag(String tag) {
    var answer = Call.send(change().header("If-Match", tag));

    assertThat(answer.body()).contains("\"version\":7");
    assertThat(answer.headers().firstValue("etag")).contains("\"8\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7", "*", "\"7\", \"8\"", "\"x\"", "\"-1\"", "\"07\"", "\"99999999999999999999\""})
  void refuses_any_other_tag(String tag) {
    assertThat(Call.send(change().header("If-Match", tag)).body()).contains("malformed-if-match");
  }

  @Test
  void asks_for_a_version_where_one_is_needed() {
    var answer = Call.send(change());

    assertThat(answer.statusCode()).isEqualTo(428);
    assertThat(answer.body()).contains("/problems/if-match-required");
  }

  @ParameterizedTest
  @CsvSource({
    "wrong%20stereo, wrong stereo",
    "f%C3%BCr%20mich, für mich",
    "a+b, a+b",
    "%20, none",
    "e%CC%81, é"
  })
  void reads_a_reason_as_its_writer_meant_it(String header, String reason) {
    var answer = Call.send(change().header("If-Match", "\"7\"").header("X-Change-Reason", header));

    assertThat(answer.body()).contains("\"reason\":\"" + reason + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%zz", "%ff", "%00", "%E2%80%AE"})
  void refuses_a_reason_that_is_not_plain_text(String header) {
    var answer = Call.send(change().header("If-Match", "\"7\"").header("X-Change-Reason", header));

    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void refuses_a_reason_of_more_than_five_hundred_characters() {
    assertThat(Call.send(change().header("X-Change-Reason", "a".repeat(501))).statusCode())
        .isEqualTo(422);
    assertThat(
            Call.send(
                    change().header("If-Match", "\"1\"").header("X-Change-Reason", "a".repeat(500)))
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "wait=5, 5",
    "wait=0, 0",
    "wait=11, 10",
    "wait=soon, 2",
    "respond-async, 2",
    "'return=minimal, wait=3', 3"
  })
  void waits_as_long_as_preferred_within_reason(String prefer, int seconds) {
    assertThat(Call.send(Call.known("/v1/wait").header("Prefer", prefer)).body())
        .isEqualTo("{\"seconds\":" + seconds + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0190A6F2-0000-7000-8000-000000000001",
        "190a6f2-0-7000-8000-1",
        "x",
        "0190a6f2000070008000000000000001"
      })
  void finds_nothing_under_another_spelling_of_an_id(String id) {
    assertThat(Call.send(Call.known("/v1/projects/" + id)).statusCode()).isEqualTo(404);
  }

  @Test
  void takes_a_wrong_id_in_a_query_for_a_wrong_value() {
    var answer = Call.send(Call.known("/v1/by-owner?owner=x"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"pointer\":\"/owner\"");
  }

  private static HttpRequest.Builder change() {
    return Call.known("/v1/versions/" + ID).method("PATCH", HttpRequest.BodyPublishers.noBody());
  }
}
