package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody hears whose project is full, by the tier that its owner has now. */
class QuotaTest {

  private static final HttpResponse<String> ADMIN =
      Call.login(AccountServer.ADMIN_EMAIL, AccountServer.ADMIN_PASSWORD);

  private String[] owner;
  private String user;
  private String project;

  @BeforeEach
  void a_project_of_a_free_user_with_room_for_one() {
    String email = Call.freshEmail();
    user = make(email);
    owner = Call.bearer(Call.login(email, Call.PASSWORD));
    project =
        Call.field(Call.post("/v1/projects", Map.of("name", "P", "code", "FULL"), owner), "id");
    AccountServer.superuser()
        .sql("update command.project_counter set reserved = 9999 where project_id = ?")
        .param(UUID.fromString(project))
        .update();
  }

  @Test
  void the_last_molecule_goes_in_and_no_other_until_the_owners_tier_is_raised() {
    assertThat(add("CCO").statusCode()).isEqualTo(201);

    HttpResponse<String> refused = add("CCN");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Call.field(refused, "type")).isEqualTo("/problems/quota-exceeded");
    AccountServer.superuser()
        .sql("update command.user_rights set tier = 'PRO' where user_id = ?")
        .param(UUID.fromString(user))
        .update();
    assertThat(add("CCN").statusCode()).isEqualTo(201);
  }

  @Test
  void of_a_batch_as_many_go_in_as_there_is_room_for() {
    HttpResponse<String> answer = batch(false);

    assertThat(answer.statusCode()).isEqualTo(207);
    JsonNode items = Call.json(answer).get("items");
    assertThat(items.get(0).get("status").intValue()).isEqualTo(201);
    assertThat(items.get(1).get("status").intValue()).isEqualTo(409);
    assertThat(items.get(1).get("problem").get("type").stringValue())
        .isEqualTo("/problems/quota-exceeded");
  }

  @Test
  void of_a_batch_that_wants_all_or_none_none_goes_in_and_the_room_stays() {
    assertThat(batch(true).statusCode()).isGreaterThanOrEqualTo(400);

    assertThat(add("CCO").statusCode()).isEqualTo(201);
  }

  private HttpResponse<String> add(String smiles) {
    return Call.post("/v1/projects/" + project + "/molecules", Map.of("smiles", smiles), owner);
  }

  private HttpResponse<String> batch(boolean atomic) {
    return Call.post(
        "/v1/projects/" + project + "/molecules:batch",
        Map.of(
            "items", List.of(Map.of("smiles", "CCO"), Map.of("smiles", "CCN")), "atomic", atomic),
        owner);
  }

  private static String make(String email) {
    Map<String, Object> form =
        Map.of(
            "email",
            email,
            "displayName",
            "Grace Hopper",
            "password",
            Call.PASSWORD,
            "tier",
            "FREE",
            "roles",
            List.of("USER"));
    return Call.field(Call.post("/v1/admin/users", form, Call.bearer(ADMIN)), "id");
  }
}
