package io.moltrail.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.web.Call;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name":"x","colour":"red"}            | /colour          | unknown-property
          {"name":"x","parts":[{"id":"a","x~/y":1}]} | /parts/0/x~0~1y | unknown-property
          {"name":7}                             | /name            | wrong-type
          {"name":true}                          | /name            | wrong-type
          {"name":"x","count":"1"}               | /count           | wrong-type
          {"name":"x","count":1.5}               | /count           | wrong-type
          {"name":"x","count":99999999999}       | /count           | wrong-type
          {"name":"x","on":"true"}               | /on              | wrong-type
          {"name":"x","on":1}                    | /on              | wrong-type
          {"name":"x","parts":{"id":"a"}}        | /parts           | wrong-type
          {"name":"x","parts":[{"id":"a","owner":"not-an-id"}]} | /parts/0/owner | wrong-type
          {"name":"a name that is too long"}     | /name            | invalid
          {}                                     | /name            | invalid
          """)
  void names_the_field_at_fault(String json, String pointer, String code) {
    var answer = Call.send(Call.post(Call.known("/v1/things"), json));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("\"pointer\":\"" + pointer + "\"", "\"code\":\"" + code + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "\"x\"", "7", "[{\"name\":\"x\"}]"})
  void takes_nothing_but_an_object(String json) {
    assertThat(Call.send(Call.post(Call.known("/v1/things"), json)).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE", "ISO-8859-1"})
  void reads_no_encoding_but_utf_8(String encoding) {
    byte[] body = "{\"name\":\"é\"}".getBytes(Charset.forName(encoding));
    var answer =
        Call.send(
            Call.known("/v1/things")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("malformed-json");
  }

  @Test
  void names_all_fields_at_fault_at_once() {
    var answer =
        Call.send(Call.post(Call.known("/v1/things"), "{\"name\":7,\"colour\":1,\"count\":\"x\"}"));

    assertThat(answer.body()).contains("\"/name\"", "\"/colour\"", "\"/count\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"name\":\"x\"}}",
        "{\"name\":\"x\"} {\"name\":\"y\"}",
        "{\"name\":\"x\"} trailing",
        "{\"name\":\"x\",\"name\":\"y\"}",
        "{name:\"x\"}",
        "{'name':'x'}",
        "{\"name\":NaN}",
        "{\"name\":\"x\",}",
        "// comment\n{\"name\":\"x\"}"
      })
  void refuses_what_is_not_one_well_formed_document(String json) {
    var answer = Call.send(Call.post(Call.known("/v1/things"), json));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("malformed-json");
  }

  @Test
  void refuses_to_follow_deeper_than_thirty_two() {
    assertThat(Call.send(Call.post(Call.known("/v1/things"), nested(33))).statusCode())
        .isEqualTo(400);
    assertThat(Call.send(Call.post(Call.known("/v1/things"), nested(32))).statusCode())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "application/vnd.x+json",
        "application/json;charset=iso-8859-1",
        "nonsense"
      })
  void reads_no_other_kind_of_body(String type) {
    var call =
        Call.known("/v1/things")
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString("{}"));

    assertThat(Call.send(call).statusCode()).isEqualTo(415);
  }

  @Test
  void writes_ids_as_texts() {
    String id = "0190a6f2-0000-7000-8000-000000000001";

    assertThat(Call.send(Call.known("/v1/projects/" + id)).body())
        .isEqualTo("{\"id\":\"" + id + "\"}");
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
