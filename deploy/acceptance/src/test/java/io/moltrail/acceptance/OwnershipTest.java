package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Projects change hands, and nobody owns more of them than their tier allows. */
@ExtendWith(Shared.class)
class OwnershipTest {

  @Test
  void a_project_changes_hands_and_both_have_each_others_rights(Installation moltrail) {
    Person former = moltrail.person("Former");
    Person next = moltrail.person("Next", "FREE");
    String project = Projects.create(former.caller(), "Passed on", "PASS");
    Projects.addMember(former.caller(), project, next.id(), "VIEWER", 1);

    assertThat(transfer(former, project, former.id(), 2).expect(422).code())
        .isEqualTo("invalid-request");
    transfer(next, project, next.id(), 2).expect(403);
    transfer(former, project, next.id(), 1).expect(412);
    Answer transferred = transfer(former, project, next.id(), 2).expect(204);

    assertThat(transferred.header("ETag")).isEqualTo("\"3\"");
    assertThat(role(former, project, transferred)).isEqualTo("EDITOR");
    assertThat(role(next, project, transferred)).isEqualTo("OWNER");
    Projects.addMolecule(former.caller(), project, "CCO");
    archive(former, project, 3).expect(403);
    assertThat(quota(next, transferred, "projectsOwned")).isEqualTo("{\"used\":1,\"limit\":5}");
    assertThat(quota(former, transferred, "projectsOwned"))
        .isEqualTo("{\"used\":0,\"limit\":null}");
    Projects.create(former.caller(), "The code is free again", "PASS");
    assertThat(create(next, "PASS").expect(409).code()).isEqualTo("project-code-taken");
    Answer removed =
        next.caller()
            .call("DELETE", "/v1/projects/" + project + "/members/" + former.id(), null, match(3))
            .expect(204);
    former.caller().get("/v1/projects/" + project, removed.seen()).expect(404);
  }

  @Test
  void nobody_owns_more_projects_than_their_tier_allows(Installation moltrail) {
    Person giver = moltrail.person("Giver");
    Person keeper = moltrail.person("Keeper", "FREE");
    String gift = Projects.create(giver.caller(), "Gift", "GIFT");
    assertThat(transfer(giver, gift, keeper.id(), 1).expect(409).code())
        .isEqualTo("no-active-member");
    Projects.addMember(giver.caller(), gift, keeper.id(), "EDITOR", 1);
    String first = Projects.create(keeper.caller(), "One of five", "ONE");
    for (String code : new String[] {"TWO", "THREE", "FOUR", "FIVE"}) {
      Projects.create(keeper.caller(), "One of five", code);
    }
    archive(keeper, first, 1).expect(204);

    Answer sixth = create(keeper, "SIX").expect(409);

    assertThat(sixth.code()).isEqualTo("quota-exceeded");
    assertThat(sixth.json().get("detail").stringValue()).contains("FREE", "5");
    assertThat(transfer(giver, gift, keeper.id(), 2).expect(409).code())
        .isEqualTo("quota-exceeded");
  }

  private static Answer transfer(Person by, String project, String to, long version) {
    return by.caller()
        .call(
            "POST", "/v1/projects/" + project + ":transfer", Map.of("userId", to), match(version));
  }

  private static Answer archive(Person by, String project, long version) {
    return by.caller().call("POST", "/v1/projects/" + project + ":archive", null, match(version));
  }

  private static Answer create(Person by, String code) {
    return by.caller().post("/v1/projects", Map.of("name", "One more", "code", code));
  }

  private static String role(Person of, String project, Answer written) {
    return of.caller()
        .get("/v1/projects/" + project, written.seen())
        .expect(200)
        .json()
        .get("role")
        .stringValue();
  }

  private static String quota(Person of, Answer written, String field) {
    return of.caller().get("/v1/me/quota", written.seen()).expect(200).json().get(field).toString();
  }

  private static Map<String, String> match(long version) {
    return Map.of("If-Match", "\"" + version + "\"");
  }
}
