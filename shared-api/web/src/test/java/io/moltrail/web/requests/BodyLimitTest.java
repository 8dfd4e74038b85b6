package io.moltrail.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.web.Call;
import org.junit.jupiter.api.Test;

class BodyLimitTest {

  @Test
  void stops_a_body_that_announces_too_much() {
    assertThat(Call.send(Call.post(Call.known("/v1/things"), ofBytes(256 * 1024 + 1))).statusCode())
        .isEqualTo(413);
  }

  @Test
  void stops_a_body_that_announces_nothing() {
    var answer = Call.send(Call.chunked(Call.known("/v1/things"), ofBytes(256 * 1024 + 1)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("payload-too-large");
  }

  @Test
  void lets_through_what_just_fits() {
    assertThat(Call.send(Call.post(Call.known("/v1/things"), ofBytes(256 * 1024))).statusCode())
        .isEqualTo(200);
    assertThat(Call.send(Call.chunked(Call.known("/v1/things"), ofBytes(256 * 1024))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void is_wider_for_batches() {
    assertThat(
            Call.send(Call.post(Call.known("/v1/things:batch"), ofBytes(1024 * 1024))).statusCode())
        .isEqualTo(200);
    assertThat(
            Call.send(Call.post(Call.known("/v1/things:batch"), ofBytes(1024 * 1024 + 1)))
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void is_what_a_route_says_it_is() {
    assertThat(Call.send(Call.post(Call.known("/v1/small"), ofBytes(512))).statusCode())
        .isEqualTo(200);
    assertThat(Call.send(Call.chunked(Call.known("/v1/small"), ofBytes(513))).statusCode())
        .isEqualTo(413);
  }

  /** White space is legal between tokens, and counts. */
  private static String ofBytes(int length) {
    String thing = "{\"name\":\"x\",\"parts\":[]";
    return thing + " ".repeat(length - thing.length() - 1) + "}";
  }
}
