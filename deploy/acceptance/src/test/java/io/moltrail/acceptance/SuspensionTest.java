package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is suspended is refused by both sides. */
@ExtendWith(Shared.class)
class SuspensionTest {

  private static TwoProcesses moltrail;
  private static HttpCaller administrator;

  @BeforeAll
  static void start(TwoProcesses shared) {
    moltrail = shared;
    administrator = moltrail.administrator();
  }

  @Test
  void both_sides_refuse_a_suspended_user_at_once_until_they_log_in_again() {
    Person ada = Installation.person(moltrail.anonymous(), administrator, "Ada");
    HttpCaller there = ada.caller().at(moltrail.querySide().address());
    String path = "/v1/admin/users/" + ada.id();
    Answer project =
        ada.caller().post("/v1/projects", Map.of("name", "P", "code", "MINE")).expect(201);
    there.get("/v1/me", project.seen()).expect(200);

    Answer suspended = verb(path + ":suspend", "2");

    there.get("/v1/me").expect(401);
    ada.caller().post("/v1/projects", Map.of("name", "P", "code", "GONE")).expect(401);
    login(ada).expect(401);
    Answer shown = admin(path, suspended);
    assertThat(shown.header("ETag")).isEqualTo("\"3\"");
    assertThat(shown.json().get("suspended").booleanValue()).isTrue();

    Answer reinstated = verb(path + ":reinstate", "3");

    assertThat(admin(path, reinstated).json().get("suspended").booleanValue()).isFalse();
    there.get("/v1/me").expect(401);
    String again = login(ada).expect(200).json().get("accessToken").stringValue();
    there.with(again).get("/v1/me", reinstated.seen()).expect(200);
  }

  private static Answer admin(String path, Answer written) {
    return administrator.at(moltrail.querySide().address()).get(path, written.seen()).expect(200);
  }

  private static Answer verb(String path, String version) {
    return administrator
        .call("POST", path, null, Map.of("If-Match", "\"" + version + "\""))
        .expect(204);
  }

  private static Answer login(Person person) {
    return moltrail
        .anonymous()
        .post("/v1/auth/login", Map.of("email", person.email(), "password", Installation.PASSWORD));
  }
}
