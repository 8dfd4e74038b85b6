package io.moltrail.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.eventstore.log.PostgresEventStorageEngine;
import io.moltrail.messages.MetadataKeys;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdministratorTest {

  private static final HttpResponse<String> ADMIN =
      Call.login(AccountServer.ADMIN_EMAIL, AccountServer.ADMIN_PASSWORD);

  @Test
  void an_administrator_makes_a_user_who_can_log_in_at_once() {
    String email = Call.freshEmail();
    HttpResponse<String> made = make(form(email));

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(made.headers().firstValue("X-Consistency-Token")).isPresent();
    assertThat(made.headers().firstValue("Location"))
        .contains("/v1/admin/users/" + Call.field(made, "id"));
    assertThat(Call.json(made).required("roles").toString()).isEqualTo("[\"USER\",\"AUDITOR\"]");
    assertThat(Call.login(email, Call.PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void a_taken_address_is_refused() {
    String email = Call.freshEmail();
    make(form(email));
    HttpResponse<String> again = make(form(email));

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("/problems/email-taken");
  }

  @ParameterizedTest
  @CsvSource({"tier, GOLD", "email, nobody", "password, too short", "displayName, ' '"})
  void what_is_wrong_with_the_form_is_told(String field, String value) {
    Map<String, Object> form = form(Call.freshEmail());
    form.put(field, value);
    HttpResponse<String> refused = make(form);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"pointer\":\"/" + field + "\"");
  }

  @Test
  void unknown_or_missing_roles_are_refused() {
    for (List<String> roles :
        List.of(List.of("KING"), List.<String>of(), List.of("ADMIN", "AUDITOR"))) {
      Map<String, Object> form = form(Call.freshEmail());
      form.put("roles", roles);
      HttpResponse<String> refused = make(form);

      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("\"pointer\":\"/roles");
    }
  }

  @Test
  void why_an_account_is_opened_is_kept_with_it() {
    HttpResponse<String> made = make(form(Call.freshEmail()), "she%20joins%20the%20team");

    assertThat(
            AccountServer.bean(PostgresEventStorageEngine.class)
                .readEvents(Call.field(made, "id"))
                .next()
                .getMetaData())
        .containsEntry(MetadataKeys.REASON, "she joins the team");
    assertThat(make(form(Call.freshEmail()), "%ff").statusCode()).isEqualTo(422);
  }

  @Test
  void others_may_not_and_strangers_are_asked_who_they_are() {
    String email = Call.freshEmail();
    make(form(email));
    HttpResponse<String> user = Call.login(email, Call.PASSWORD);

    assertThat(
            Call.post("/v1/admin/users", form(Call.freshEmail()), Call.bearer(user)).statusCode())
        .isEqualTo(403);
    assertThat(Call.post("/v1/admin/users", form(Call.freshEmail())).statusCode()).isEqualTo(401);
  }

  @Test
  void an_address_that_somebody_has_only_asked_for_can_be_given_away() {
    String email = Call.freshEmail();
    Call.register(email, "nine brass owls at dusk");
    String token = Mailbox.newestToken(email, 1);

    assertThat(make(form(email)).statusCode()).isEqualTo(201);
    assertThat(Call.verify(token).statusCode()).isEqualTo(409);
    assertThat(Call.login(email, "nine brass owls at dusk").statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> make(Map<String, ?> form, String reason) {
    return Call.post(
        "/v1/admin/users",
        form,
        Stream.concat(Arrays.stream(Call.bearer(ADMIN)), Stream.of("X-Change-Reason", reason))
            .toArray(String[]::new));
  }

  private static HttpResponse<String> make(Map<String, ?> form) {
    return Call.post("/v1/admin/users", form, Call.bearer(ADMIN));
  }

  private static Map<String, Object> form(String email) {
    return new HashMap<>(
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
            List.of("USER", "AUDITOR")));
  }
}
