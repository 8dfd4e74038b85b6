package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whom an owner asks for is looked up before what else the request lacks. */
class NewMemberTest {

  private static final String[] ADMIN =
      Call.bearer(Call.login(AccountServer.ADMIN_EMAIL, AccountServer.ADMIN_PASSWORD));

  @Test
  void somebody_unknown_or_suspended_is_not_found_whatever_the_version() {
    String email = Call.freshEmail();
    make(email);
    String[] owner = Call.bearer(Call.login(email, Call.PASSWORD));
    String project =
        Call.field(Call.post("/v1/projects", Map.of("name", "P", "code", "NOBODY"), owner), "id");
    String active = make(Call.freshEmail());
    String suspended = make(Call.freshEmail());
    Call.post(
        "/v1/admin/users/" + suspended + ":suspend", Map.of(), with(ADMIN, "If-Match", "\"2\""));

    for (String nobody : List.of(UUID.randomUUID().toString(), suspended)) {
      assertThat(put(project, nobody, owner)).isEqualTo(404);
      assertThat(put(project, nobody, with(owner, "If-Match", "\"9\""))).isEqualTo(404);
    }
    assertThat(put(project, active, owner)).isEqualTo(428);
    assertThat(put(project, active, with(owner, "If-Match", "\"9\""))).isEqualTo(412);
    assertThat(put(project, active, with(owner, "If-Match", "\"1\""))).isEqualTo(200);
  }

  private static int put(String project, String user, String[] headers) {
    return Call.put(
            "/v1/projects/" + project + "/members/" + user, Map.of("role", "VIEWER"), headers)
        .statusCode();
  }

  private static String make(String email) {
    HttpResponse<String> made =
        Call.post(
            "/v1/admin/users",
            Map.of(
                "email",
                email,
                "displayName",
                "Grace Hopper",
                "password",
                Call.PASSWORD,
                "tier",
                "PRO",
                "roles",
                List.of("USER")),
            ADMIN);
    return Call.field(made, "id");
  }

  private static String[] with(String[] headers, String name, String value) {
    return Stream.concat(Stream.of(headers), Stream.of(name, value)).toArray(String[]::new);
  }
}
