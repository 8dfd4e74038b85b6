package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What administrators do about users holds on both sides. */
@ExtendWith(Shared.class)
class AdministrationTest {

  private static TwoProcesses moltrail;
  private static HttpCaller administrator;

  @BeforeAll
  static void start(TwoProcesses shared) {
    moltrail = shared;
    administrator = moltrail.administrator();
  }

  @Test
  void who_is_promoted_may_do_more_at_once_and_who_is_demoted_less() {
    Person grace = person("Grace");
    HttpCaller there = grace.caller().at(moltrail.querySide().address());
    String path = "/v1/admin/users/" + grace.id();

    Answer promoted =
        change(path, Map.of("tier", "PRO", "roles", List.of("USER", "AUDITOR", "ADMIN")), 2);

    Answer me = there.get("/v1/me", promoted.seen()).expect(200);
    assertThat(me.json().get("tier").stringValue()).isEqualTo("PRO");
    assertThat(me.json().get("roles"))
        .extracting(JsonNode::stringValue)
        .containsExactly("USER", "AUDITOR", "ADMIN");
    assertThat(there.get("/v1/me").header("X-RateLimit-Limit")).isEqualTo("1200");
    assertThat(there.get(path).expect(200).header("ETag")).isEqualTo("\"5\"");
    Answer own = grace.caller().call("PATCH", path, Map.of("roles", List.of("USER")), version(5));
    assertThat(own.expect(403).header("X-RateLimit-Limit")).isEqualTo("1200");
    assertThat(grace.caller().post(path + ":suspend", Map.of()).status()).isEqualTo(428);

    Answer demoted = change(path, Map.of("tier", "FREE", "roles", List.of("USER")), 5);

    assertThat(grace.caller().post(path + ":suspend", Map.of()).status()).isEqualTo(403);
    there.get("/v1/me", demoted.seen()).expect(200);
    assertThat(there.get(path).expect(403).header("X-RateLimit-Limit")).isEqualTo("120");
  }

  @Test
  void users_are_searched_page_by_page_while_others_come() {
    String word = "W" + UUID.randomUUID().toString().replace("-", "");
    List<String> made = new ArrayList<>();
    Answer last = null;
    for (int n = 0; n < 5; n++) {
      last = make(word + " " + n, n % 2 == 0 ? "PRO" : "FREE");
      made.add(last.json().get("id").stringValue());
    }
    String list = "/v1/admin/users?limit=2&q=" + word.toLowerCase(Locale.ROOT);
    HttpCaller reader = administrator.at(moltrail.querySide().address());
    assertThat(ids(reader.get(list + "&tier=FREE&state=active", last.seen()).expect(200).json()))
        .containsExactly(made.get(1), made.get(3));
    assertThat(ids(reader.get(list + "&role=AUDITOR").expect(200).json())).isEmpty();

    JsonNode page = reader.get(list + "&sort=-displayName").expect(200).json();
    List<String> read = new ArrayList<>(ids(page));
    while (!page.get("next").isNull()) {
      Answer another = make(word + " 9" + read.size(), "FREE");
      page =
          reader
              .get(list + "&cursor=" + page.get("next").stringValue(), another.seen())
              .expect(200)
              .json();
      read.addAll(ids(page));
    }

    assertThat(read).containsExactlyElementsOf(made.reversed());
  }

  @Test
  void the_tokens_of_ended_sessions_are_refused_by_both_sides() {
    Person ada = person("Ada");
    HttpCaller there = ada.caller().at(moltrail.querySide().address());
    Answer project =
        ada.caller().post("/v1/projects", Map.of("name", "P", "code", "MINE")).expect(201);
    there.get("/v1/me", project.seen()).expect(200);

    administrator
        .call("POST", "/v1/admin/users/" + ada.id() + ":terminate-sessions", null, Map.of())
        .expect(204);

    there.get("/v1/me").expect(401);
    ada.caller().post("/v1/projects", Map.of("name", "P", "code", "GONE")).expect(401);
    HttpCaller again = moltrail.anonymous().login(ada.email(), Installation.PASSWORD);
    again.at(moltrail.querySide().address()).get("/v1/me").expect(200);
  }

  private static Person person(String name) {
    return Installation.person(moltrail.anonymous(), administrator, name);
  }

  private static Answer change(String path, Map<String, Object> form, long version) {
    return administrator.call("PATCH", path, form, version(version)).expect(200);
  }

  private static Map<String, String> version(long version) {
    return Map.of("If-Match", "\"" + version + "\"");
  }

  private static Answer make(String name, String tier) {
    return administrator
        .post(
            "/v1/admin/users",
            Map.of(
                "email",
                UUID.randomUUID() + "@moltrail.example",
                "displayName",
                name,
                "password",
                Installation.PASSWORD,
                "tier",
                tier,
                "roles",
                Set.of("USER")))
        .expect(201);
  }

  private static List<String> ids(JsonNode page) {
    return page.get("items").findValuesAsString("id");
  }
}
