package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What people change about themselves. */
@ExtendWith(Shared.class)
class OwnAccountTest {

  private static Installation moltrail;

  @BeforeAll
  static void start(Installation shared) {
    moltrail = shared;
  }

  @Test
  void a_new_name_is_seen_by_its_user_and_by_others() {
    Person ada = moltrail.person("Ada");
    Person grace = moltrail.person("Grace");
    String project = Projects.create(grace.caller(), "Names", "NAMES");
    Answer added = Projects.addMember(grace.caller(), project, ada.id(), "VIEWER", 1);
    Answer before = ada.caller().get("/v1/me", added.seen()).expect(200);

    Answer renamed =
        patch(ada, Map.of("displayName", "Ada King"), Map.of("If-Match", before.header("ETag")))
            .expect(200);

    assertThat(renamed.body()).isEqualTo("{\"id\":\"" + ada.id() + "\",\"version\":3}");
    assertThat(renamed.header("ETag")).isEqualTo("\"3\"");
    Answer after = ada.caller().get("/v1/me", renamed.seen()).expect(200);
    assertThat(after.header("ETag")).isEqualTo("\"3\"");
    assertThat(after.json().get("displayName").stringValue()).isEqualTo("Ada King");
    assertThat(after.json().get("createdAt")).isEqualTo(before.json().get("createdAt"));
    JsonNode members =
        grace
            .caller()
            .get("/v1/projects/" + project + "/members", renamed.seen())
            .expect(200)
            .json()
            .get("items");
    assertThat(members.findValuesAsString("displayName")).containsExactly("Grace", "Ada King");
  }

  @Test
  void a_new_name_is_refused_in_the_order_of_the_contract() {
    Person ada = moltrail.person("Ada");
    Map<String, String> named = Map.of("displayName", "Ada King");
    Map<String, String> stale = Map.of("If-Match", "\"1\"");

    moltrail.anonymous().call("PATCH", "/v1/me", named, stale).expect(401);
    patch(ada, named, Map.of("If-Match", "latest")).expect(400);
    for (Object form :
        List.of(
            Map.of(),
            Map.of("displayName", " "),
            Map.of("displayName", 7),
            Map.of("displayName", "Ada", "tier", "ENTERPRISE"))) {
      patch(ada, form, stale).expect(422);
    }
    patch(ada, named, Map.of("X-Change-Reason", "%ff")).expect(422);
    assertThat(patch(ada, named, Map.of()).expect(428).code()).isEqualTo("if-match-required");
    assertThat(patch(ada, named, stale).expect(412).code()).isEqualTo("stale-version");
    patch(ada, named, Map.of("If-Match", "\"2\"")).expect(200);
  }

  @Test
  void a_new_address_is_confirmed_by_its_mailbox_and_opens_the_account_instead_of_the_old() {
    Person ada = moltrail.person("Ada");
    String address = "ada-king-" + UUID.randomUUID() + "@moltrail.example";
    String path = "/v1/me/email-change";
    Map<String, String> wish = Map.of("newEmail", address, "password", Installation.PASSWORD);

    moltrail.anonymous().post(path, wish).expect(401);
    ada.caller().post(path, Map.of("newEmail", address, "password", "mistaken")).expect(422);
    ada.caller().post(path, wish).expect(202);
    assertThat(me(ada, Map.of())).isEqualTo(ada.email());
    String token = Mailbox.in(moltrail.folder().resolve("data/mail")).tokenFor(address);
    Answer confirmed = ada.caller().post(path + ":confirm", Map.of("token", token)).expect(204);

    assertThat(confirmed.header("ETag")).isEqualTo("\"3\"");
    assertThat(me(ada, confirmed.seen())).isEqualTo(address);
    ada.caller().post(path + ":confirm", Map.of("token", token)).expect(422);
    moltrail.anonymous().login(address, Installation.PASSWORD);
    moltrail
        .anonymous()
        .post("/v1/auth/login", Map.of("email", ada.email(), "password", Installation.PASSWORD))
        .expect(401);
  }

  private static String me(Person who, Map<String, String> headers) {
    return who.caller().get("/v1/me", headers).expect(200).json().get("email").stringValue();
  }

  private static Answer patch(Person who, Object form, Map<String, String> headers) {
    return who.caller().call("PATCH", "/v1/me", form, headers);
  }
}
