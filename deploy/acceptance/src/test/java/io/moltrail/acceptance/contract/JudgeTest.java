package io.moltrail.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final ApiDocument DOCUMENT =
      ApiDocument.parse(
          """
          {"paths": {"/v1/things/{tid}": {"get": {"responses": {
             "200": {"headers": {"ETag": {"$ref": "#/components/headers/ETag"}},
                     "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
             "204": {},
             "404": {"$ref": "#/components/responses/not-found"}}}},
             "/v1/things/{tid}:open": {"post": {"responses": {"204": {}}}}},
           "components": {
             "headers": {"ETag": {"required": true, "schema": {"type": "string"}}},
             "responses": {"not-found": {"content": {"application/problem+json":
                {"schema": {"$ref": "#/components/schemas/Problem"}}}}},
             "schemas": {
               "Thing": {"type": "object", "required": ["id"], "additionalProperties": false,
                 "properties": {"id": {"type": "string", "format": "uuid"},
                                "at": {"type": ["string", "null"], "format": "date-time"}}},
               "Problem": {"type": "object", "required": ["type"], "additionalProperties": false,
                 "properties": {"type": {"type": "string"}}}}}}
          """);

  private static final String ID = "0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90";
  private static final String THING = "{\"id\": \"" + ID + "\"}";
  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/json;charset=UTF-8", "ETag", "\"1\"");
  private static final Map<String, String> PROBLEM =
      Map.of("Content-Type", "application/problem+json");

  @Test
  void an_answer_as_it_should_be_has_no_fault() {
    assertThat(faults(200, JSON, THING)).isEmpty();
    assertThat(faults(404, PROBLEM, "{\"type\": \"/problems/not-found\"}")).isEmpty();
    assertThat(faults(204, Map.of(), "")).isEmpty();
    assertThat(faults("POST", "/v1/things/" + ID + ":open", 204, Map.of(), "")).isEmpty();
  }

  @Test
  void a_status_that_is_not_named_is_one() {
    assertThat(faults(409, PROBLEM, "{\"type\": \"x\"}"))
        .containsExactly("409 is no status of GET /v1/things/{tid}");
  }

  @Test
  void a_field_too_many_too_few_or_of_another_type_is_one() {
    assertThat(faults(200, JSON, "{\"id\": \"" + ID + "\", \"extra\": 1}"))
        .singleElement()
        .asString()
        .contains("extra");
    assertThat(faults(200, JSON, "{}")).singleElement().asString().contains("id");
    assertThat(faults(200, JSON, "{\"id\": 7}")).isNotEmpty();
    assertThat(faults(200, JSON, "{\"id\": \"seven\"}")).isNotEmpty();
    assertThat(faults(200, JSON, "{\"id\": \"" + ID + "\", \"at\": \"noon\"}")).isNotEmpty();
    assertThat(faults(200, JSON, "{")).containsExactly("is not JSON");
  }

  @Test
  void another_kind_of_body_or_none_or_one_too_many_is_one() {
    assertThat(faults(200, Map.of("Content-Type", "text/plain", "ETag", "\"1\""), THING))
        .singleElement()
        .asString()
        .contains("text/plain");
    assertThat(faults(200, JSON, "")).containsExactly("it has no body");
    assertThat(faults(204, Map.of(), "x")).containsExactly("nobody says that it has a body");
  }

  @Test
  void a_header_that_is_missing_or_not_named_is_one() {
    assertThat(faults(200, Map.of("Content-Type", "application/json"), THING))
        .containsExactly("it has no ETag");
    Map<String, String> more = new HashMap<>(JSON);
    more.put("X-Surprise", "1");
    more.put("X-Content-Type-Options", "nosniff");
    more.put("Content-Length", "9");
    assertThat(faults(200, more, THING)).containsExactly("nobody says that it has x-surprise");
  }

  @Test
  void where_nothing_is_there_can_only_be_a_problem() {
    String nowhere = "/v1/nothing";
    String problem = "{\"type\": \"/problems/not-found\"}";

    assertThat(faults("GET", nowhere, 404, PROBLEM, problem)).isEmpty();
    assertThat(faults("GET", nowhere, 200, JSON, THING))
        .containsExactly("there is no such operation");
    assertThat(faults("GET", nowhere, 404, JSON, THING)).containsExactly("it is no problem");
    assertThat(faults("DELETE", "/v1/things/1", 405, PROBLEM, problem))
        .containsExactly("it has no Allow");
  }

  private static List<String> faults(int status, Map<String, String> headers, String body) {
    return faults("GET", "/v1/things/" + ID, status, headers, body);
  }

  private static List<String> faults(
      String method, String path, int status, Map<String, String> headers, String body) {
    Map<String, List<String>> all = new HashMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return new Judge(DOCUMENT)
        .faults(
            new Exchange(
                method,
                URI.create("http://localhost" + path),
                status,
                HttpHeaders.of(all, (name, value) -> true),
                body));
  }
}
