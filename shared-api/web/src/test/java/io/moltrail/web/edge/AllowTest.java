package io.moltrail.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.web.ApiMethods;
import io.moltrail.web.Call;
import io.moltrail.web.EdgeServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which methods are right where one was wrong, whichever side answers. */
class AllowTest {

  private static final String ID = "0190a6f2-0000-7000-8000-000000000001";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/molecules/" + ID + " | GET, PATCH",
        "/v1/molecules/" + ID + "/revisions | POST",
        "/v1/molecules/" + ID + ":archive | POST",
        "/v1/molecules/" + ID + ":restore | POST",
        "/v1/molecules/" + ID + ":move | POST",
        "/v1/projects | GET, POST",
        "/v1/projects/" + ID + "/molecules | GET, POST",
        "/v1/projects/" + ID + "/molecules:batch | POST",
        "/v1/molecules/lookup | GET, POST",
        "/v1/projects/" + ID + " | GET, PATCH",
        "/v1/projects/" + ID + ":archive | POST",
        "/v1/projects/" + ID + ":restore | POST",
        "/v1/projects/" + ID + ":transfer | POST",
        "/v1/auth/login | POST",
        "/v1/auth/password/change | POST",
        "/v1/auth/sessions | GET",
        "/v1/me | GET, PATCH",
        "/v1/me/email-change:confirm | POST",
        "/v1/admin/users | GET, POST",
        "/v1/admin/users/" + ID + " | GET, PATCH",
        "/v1/admin/users/" + ID + ":terminate-sessions | POST",
        "/v1/admin/users/" + ID + ":suspend | POST",
        "/v1/admin/users/" + ID + ":reinstate | POST",
      })
  void it_names_the_methods_of_both_sides(String path, String allowed) {
    HttpResponse<String> answer = send("DELETE", path);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains(allowed);
    assertThat(answer.body()).contains("/problems/method-not-allowed");
  }

  @Test
  void it_names_what_this_process_answers_where_the_table_has_nothing() {
    HttpResponse<String> answer = send("DELETE", "/v1/whoami");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET");
  }

  @Test
  void a_right_method_that_finds_nothing_is_still_told_that_there_is_nothing() {
    assertThat(send("GET", "/v1/molecules/" + ID).statusCode()).isEqualTo(404);
    assertThat(send("HEAD", "/v1/molecules/" + ID).statusCode()).isEqualTo(404);
    assertThat(send("DELETE", "/v1/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void a_route_that_the_table_does_not_name_is_found_out() {
    assertThat(
            ApiMethods.unlisted(
                EdgeServer.bean(RequestMappingHandlerMapping.class).getHandlerMethods()))
        .contains("GET /v1/things", "POST /v1/things")
        .doesNotContain("GET /health/ready", "GET /problems/{code}", "POST /v1/auth/login");
  }

  private static HttpResponse<String> send(String method, String path) {
    return Call.send(Call.known(path).method(method, HttpRequest.BodyPublishers.noBody()));
  }
}
