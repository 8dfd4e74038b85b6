package io.moltrail.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.web.Call;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiTest {

  private static final JsonNode DOCUMENT =
      JsonMapper.shared().readTree(Call.send(Call.to("/v3/api-docs")).body());

  private static final String EXAMPLES = "/content/application~1problem+json/examples";

  @Test
  void is_of_version_three_one_and_holds_our_routes_only() {
    assertThat(DOCUMENT.path("openapi").asString()).startsWith("3.1");
    assertThat(DOCUMENT.path("paths").propertyNames())
        .contains("/v1/things", "/health/live", "/problems/{code}")
        .noneMatch(
            it ->
                it.contains("api-docs")
                    || it.contains("swagger")
                    || it.contains("error")
                    || it.contains("actuator"));
  }

  @Test
  void tells_the_problems_of_a_route_with_examples() {
    JsonNode responses = DOCUMENT.at("/paths/~1v1~1versions~1{project}/patch/responses");

    assertThat(responses.propertyNames())
        .contains("200", "400", "401", "403", "404", "412", "422", "428", "429", "503");
    assertThat(resolved(responses.get("412")).at(EXAMPLES + "/stale-version/value/status").asInt())
        .isEqualTo(412);
    assertThat(resolved(responses.get("429")).get("headers").propertyNames())
        .contains("Retry-After", "X-RateLimit-Remaining", "X-Request-Id");
  }

  @Test
  void tells_what_a_controller_says_itself_that_it_refuses() {
    JsonNode responses = DOCUMENT.at("/paths/~1v1~1fail~1{how}/get/responses");

    assertThat(resolved(responses.get("409")).at(EXAMPLES).propertyNames())
        .containsExactly("conflict");
    assertThat(resolved(responses.get("422")).at(EXAMPLES + "/conflict/value/status").asInt())
        .isEqualTo(422);
  }

  @Test
  void closes_its_schemas_and_says_what_is_always_there() {
    JsonNode thing = DOCUMENT.at("/components/schemas/Thing");
    JsonNode page = DOCUMENT.at("/components/schemas/PageString");

    assertThat(thing.get("additionalProperties").asBoolean(true)).isFalse();
    assertThat(thing.at("/properties/name/description").asString()).isNotBlank();
    assertThat(page.get("required").toString()).contains("items", "next").doesNotContain("total");
    assertThat(page.at("/properties/next/type").toString()).contains("string", "null");
    assertThat(page.at("/properties/total/type").asString()).isEqualTo("integer");
  }

  @Test
  void names_operations_by_their_addresses_and_keeps_nothing_that_is_not_used() {
    assertThat(DOCUMENT.at("/paths/~1v1~1secret-projects~1{project}/post/operationId").asString())
        .isEqualTo("postSecretProjectsByProject");
    String text = DOCUMENT.toString();
    for (String kind : List.of("schemas", "responses", "headers")) {
      for (String name : DOCUMENT.at("/components/" + kind).propertyNames()) {
        assertThat(text).contains("\"#/components/" + kind + "/" + name + "\"");
      }
    }
  }

  private static JsonNode resolved(JsonNode part) {
    return part.has("$ref") ? DOCUMENT.at(part.get("$ref").asString().substring(1)) : part;
  }

  @Test
  void describes_what_the_edge_reads_as_headers_and_parameters() {
    assertThat(DOCUMENT.at("/paths/~1v1~1versions~1{project}/patch/parameters").toString())
        .contains("If-Match", "X-Change-Reason", "\"project\"", "uuid");
    assertThat(DOCUMENT.at("/paths/~1v1~1things/get/parameters").toString())
        .contains("limit", "cursor", "200");
    assertThat(DOCUMENT.at("/paths/~1v1~1whoami/get/parameters").isMissingNode()).isTrue();
  }

  @Test
  void shows_the_form_behind_a_form() {
    assertThat(DOCUMENT.at("/paths/~1v1~1secret-projects~1{project}/post/requestBody").toString())
        .contains("#/components/schemas/Thing");
    assertThat(DOCUMENT.at("/components/schemas").propertyNames())
        .noneMatch(it -> it.startsWith("Form"));
  }

  @Test
  void asks_for_a_token_where_one_is_needed() {
    assertThat(DOCUMENT.at("/paths/~1v1~1auth~1login/post/security").isEmpty()).isTrue();
    assertThat(DOCUMENT.at("/paths/~1v1~1auth~1login/post/responses/401").isMissingNode()).isTrue();
    assertThat(DOCUMENT.at("/paths/~1v1~1whoami/get/responses/401").isMissingNode()).isFalse();
    assertThat(DOCUMENT.at("/security/0").propertyNames()).contains("bearer");
  }

  @Test
  void can_be_read_in_a_browser_without_a_script_in_the_page() {
    var redirect = Call.send(Call.to("/docs"));
    var page = Call.send(Call.to("/swagger-ui/index.html"));

    assertThat(redirect.headers().firstValue("location").orElse(""))
        .contains("/swagger-ui/index.html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("swagger-ui-bundle.js")
        .doesNotContainPattern("<script(?![^>]*src=)");
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("script-src 'self'")
        .doesNotContain("script-src 'self' 'unsafe-inline'");
    assertThat(Call.send(Call.to("/swagger-ui/swagger-ui-bundle.js")).statusCode()).isEqualTo(200);
  }
}
