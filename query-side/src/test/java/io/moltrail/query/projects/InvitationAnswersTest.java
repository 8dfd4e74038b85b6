package io.moltrail.query.projects;

import static io.moltrail.query.testing.KinaseProject.ADA;
import static io.moltrail.query.testing.KinaseProject.GRACE;
import static io.moltrail.query.testing.KinaseProject.SERVER;
import static io.moltrail.query.testing.KinaseProject.STRANGER;
import static io.moltrail.query.testing.QueryServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.project.InvitationAccepted;
import io.moltrail.messages.project.InvitationEvent;
import io.moltrail.messages.project.InvitationExpired;
import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.InvitationWithdrawn;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberInvited;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.projection.Recorded;
import io.moltrail.query.testing.Given;
import io.moltrail.web.resources.InvitationResource.State;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is waited for is told to the owner alone, and whose address it was to nobody afterwards. */
class InvitationAnswersTest {

  private static final Instant EXPIRY = Instant.parse("2126-01-08T00:00:00Z");

  private final ProjectId project = new ProjectId(Given.uuid());
  private final InvitationId first = new InvitationId(Given.uuid());
  private final InvitationId second = new InvitationId(Given.uuid());

  @BeforeEach
  void open() {
    SERVER.write(Given.created(project, ADA), new MemberAdded(project, GRACE, MemberRole.VIEWER));
  }

  @Test
  void the_owner_sees_who_is_pending_and_other_members_are_refused() {
    String newest = write(invited(first, "first"), invited(second, "second"));

    JsonNode page = json(get(ADA, "/invitations", newest));
    assertThat(page.get("items").findValuesAsString("email"))
        .containsExactlyInAnyOrder("first@moltrail.example", "second@moltrail.example");
    assertThat(page.get("items").findValuesAsString("state")).containsOnly("PENDING");
    assertThat(page.get("total").asInt()).isEqualTo(2);
    assertThat(get(GRACE, "/invitations", newest).statusCode()).isEqualTo(403);
    assertThat(get(STRANGER, "/invitations", newest).statusCode()).isEqualTo(404);
  }

  @Test
  void one_that_has_ended_is_in_the_history_without_its_address() {
    write(invited(first, "first"));
    String newest =
        write(
            new InvitationAccepted(project, first, STRANGER, MemberRole.EDITOR),
            invited(second, "second"));

    assertThat(json(get(ADA, "/invitations", newest)).get("items").findValuesAsString("id"))
        .containsExactly(second.toString());
    HttpResponse<String> history = get(GRACE, "/history", newest);
    assertThat(history.body()).doesNotContain("first@moltrail").doesNotContain("second@moltrail");
    JsonNode accepted = json(history).get("items").get(3);
    assertThat(accepted.get("action").asString()).isEqualTo("project.invitation-accepted");
    assertThat(accepted.get("before").toString())
        .isEqualTo("{\"invitations\":{\"" + first + "\":{\"state\":\"PENDING\"}}}");
    assertThat(accepted.get("after").toString())
        .isEqualTo("{\"invitations\":{\"" + first + "\":{\"state\":\"ACCEPTED\"}}}");
  }

  @Test
  void whatever_ends_an_invitation_takes_its_address_away_and_an_erased_one_is_null() {
    MemberInvited event = invited(first, "first");
    InvitationView pending = InvitationView.evolve(null, event, recorded(3));
    Map<InvitationEvent, State> ends =
        Map.of(
            new InvitationAccepted(project, first, GRACE, MemberRole.EDITOR), State.ACCEPTED,
            new InvitationWithdrawn(project, first), State.WITHDRAWN,
            new InvitationExpired(project, first), State.EXPIRED);

    assertThat(pending.email()).isEqualTo("first@moltrail.example");
    ends.forEach(
        (end, state) ->
            assertThat(InvitationView.evolve(pending, end, recorded(4)))
                .returns(null, InvitationView::email)
                .returns(state, InvitationView::state)
                .returns(pending.createdBy(), InvitationView::createdBy)
                .returns(4L, InvitationView::version));
    MemberInvited erased =
        new MemberInvited(project, first, Erasable.erased(), MemberRole.EDITOR, EXPIRY);
    assertThat(InvitationView.evolve(null, erased, recorded(3)).email()).isNull();
  }

  private String write(InvitationEvent... events) {
    return SERVER.token(SERVER.write(events));
  }

  private MemberInvited invited(InvitationId invitation, String name) {
    return new MemberInvited(
        project,
        invitation,
        Erasable.of(new EmailAddress(name + "@moltrail.example")),
        MemberRole.EDITOR,
        EXPIRY);
  }

  private static Recorded recorded(long version) {
    return new Recorded(version, Instant.EPOCH.plusSeconds(version), ADA.toString());
  }

  private HttpResponse<String> get(UserId user, String path, String token) {
    return SERVER.get(
        user,
        "/v1/projects/" + project + path,
        "X-Consistency-Token",
        token,
        "Prefer",
        "wait=10, return=total-count");
  }
}
