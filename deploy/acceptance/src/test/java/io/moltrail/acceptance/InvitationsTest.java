package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** People are invited by mail, and accept or do not. */
@ExtendWith(Shared.class)
class InvitationsTest {

  private static Installation moltrail;
  private static Mailbox mails;
  private static Person owner;
  private static Person viewer;
  private static Person stranger;

  @BeforeAll
  static void start(Installation shared) {
    moltrail = shared;
    mails = Mailbox.in(moltrail.folder().resolve("data/mail"));
    owner = moltrail.person("Owner");
    viewer = moltrail.person("Viewer");
    stranger = moltrail.person("Stranger");
  }

  @Test
  void who_is_invited_accepts_with_the_token_from_their_mail_and_nobody_else_can() {
    Person guest = moltrail.person("Guest");
    String project = project("GUEST");

    Answer invited = invite(owner, project, guest.email(), "EDITOR").expect(202);

    JsonNode invitation = invited.json();
    assertThat(invitation.propertyNames())
        .containsExactly("id", "email", "role", "state", "createdAt", "createdBy", "expiresAt");
    assertThat(invitation.get("email").stringValue()).isEqualTo(address(guest));
    assertThat(invitation.get("state").stringValue()).isEqualTo("PENDING");
    assertThat(invitation.get("createdBy").stringValue()).isEqualTo(owner.id());
    assertThat(life(invitation)).isBetween(Duration.ofDays(7).minusMinutes(1), Duration.ofDays(7));
    assertThat(invited.header("ETag")).isEqualTo("\"3\"");
    assertThat(list(owner, project, invited).expect(200).json().get("items"))
        .singleElement()
        .isEqualTo(invitation);
    list(viewer, project, invited).expect(403);
    list(stranger, project, invited).expect(404);
    assertThat(invite(owner, project, guest.email(), "VIEWER").expect(409).code())
        .isEqualTo("already-invited");

    String token = mails.tokenFor(address(guest));
    moltrail.anonymous().post("/v1/invitations:accept", Map.of("token", token)).expect(401);
    List<Answer> refused =
        List.of(
            accept(stranger, token),
            accept(owner, token),
            accept(viewer, token),
            accept(guest, "made up"));
    assertThat(refused).allMatch(it -> it.status() == 422);
    assertThat(refused.stream().map(it -> it.json().get("detail").stringValue()).distinct())
        .hasSize(1);

    Answer accepted = accept(guest, token).expect(204);

    assertThat(accepted.header("ETag")).isEqualTo("\"5\"");
    assertThat(
            guest
                .caller()
                .get("/v1/projects/" + project, accepted.seen())
                .expect(200)
                .json()
                .get("role")
                .stringValue())
        .isEqualTo("EDITOR");
    Projects.addMolecule(guest.caller(), project, "CCO");
    assertThat(list(owner, project, accepted).expect(200).json().get("items")).isEmpty();
    assertThat(accept(guest, token).expect(422).code()).isEqualTo("invalid-mail-token");
    Answer history =
        viewer
            .caller()
            .get("/v1/projects/" + project + "/history?limit=5", accepted.seen())
            .expect(200);
    assertThat(history.json().get("items").findValuesAsString("action"))
        .containsExactly(
            "project.created",
            "project.member-added",
            "project.member-invited",
            "project.invitation-accepted",
            "project.member-added");
    assertThat(history.body()).doesNotContain(address(guest));
  }

  @Test
  void a_withdrawn_invitation_is_worth_nothing_and_its_address_is_free_to_be_invited_again() {
    Person guest = moltrail.person("Guest");
    String project = project("GONE");
    String id =
        invite(owner, project, guest.email(), "VIEWER").expect(202).json().get("id").stringValue();
    String token = mails.tokenFor(address(guest));

    withdraw(viewer, project, id).expect(403);
    withdraw(stranger, project, id).expect(404);
    Answer withdrawn = withdraw(owner, project, id).expect(204);

    assertThat(withdrawn.header("ETag")).isEqualTo("\"4\"");
    assertThat(list(owner, project, withdrawn).expect(200).json().get("items")).isEmpty();
    assertThat(accept(guest, token).expect(422).code()).isEqualTo("invalid-mail-token");
    guest.caller().get("/v1/projects/" + project, withdrawn.seen()).expect(404);
    withdraw(owner, project, id).expect(404);
    invite(owner, project, guest.email(), "VIEWER").expect(202);
  }

  @Test
  void inviting_is_refused_in_the_order_of_the_contract() {
    String project = Projects.createRegulated(owner.caller(), "Regulated", "INVREG");
    String path = "/v1/projects/" + project + "/invitations";
    Map<String, String> why = Map.of("X-Change-Reason", "she%20knows%20kinases");
    Map<String, String> form = Map.of("email", "somebody@moltrail.example", "role", "VIEWER");

    moltrail.anonymous().call("POST", path, form, why).expect(401);
    invite(stranger, project, "no address", "OWNER").expect(404);
    assertThat(fault(owner.caller().post(path, Map.of("email", "no address", "role", "VIEWER"))))
        .isEqualTo("/email");
    assertThat(fault(owner.caller().post(path, Map.of("email", "a@b.example", "role", "OWNER"))))
        .isEqualTo("/role");
    assertThat(owner.caller().post(path, form).expect(428).code()).isEqualTo("reason-required");
    owner
        .caller()
        .call(
            "POST",
            "/v1/projects/" + project + ":archive",
            null,
            Map.of("If-Match", "\"1\"", "X-Change-Reason", "over"))
        .expect(204);
    assertThat(owner.caller().call("POST", path, form, why).expect(409).code())
        .isEqualTo("project-archived");
  }

  /** Version 2, with a viewer. */
  private static String project(String code) {
    String project = Projects.create(owner.caller(), "Invitations", code);
    Projects.addMember(owner.caller(), project, viewer.id(), "VIEWER", 1);
    return project;
  }

  private static Answer invite(Person by, String project, String email, String role) {
    return by.caller()
        .post("/v1/projects/" + project + "/invitations", Map.of("email", email, "role", role));
  }

  private static Answer list(Person by, String project, Answer written) {
    return by.caller().get("/v1/projects/" + project + "/invitations", written.seen());
  }

  private static Answer withdraw(Person by, String project, String invitation) {
    return by.caller()
        .call("DELETE", "/v1/projects/" + project + "/invitations/" + invitation, null, Map.of());
  }

  private static Answer accept(Person by, String token) {
    return by.caller().post("/v1/invitations:accept", Map.of("token", token));
  }

  private static String fault(Answer refused) {
    return refused.expect(422).json().get("errors").get(0).get("pointer").stringValue();
  }

  /** As it is compared and stored. */
  private static String address(Person person) {
    return person.email().toLowerCase(Locale.ROOT);
  }

  private static Duration life(JsonNode invitation) {
    return Duration.between(
        Instant.parse(invitation.get("createdAt").stringValue()),
        Instant.parse(invitation.get("expiresAt").stringValue()));
  }
}
