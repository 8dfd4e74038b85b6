package io.moltrail.command.project;

import static io.moltrail.command.project.GivenProject.CREATED;
import static io.moltrail.command.project.GivenProject.OTHER;
import static io.moltrail.command.project.GivenProject.PROJECT;
import static io.moltrail.command.project.GivenProject.answering;
import static io.moltrail.command.project.GivenProject.as;
import static io.moltrail.command.project.GivenProject.conflict;
import static io.moltrail.command.project.GivenProject.created;
import static io.moltrail.command.project.GivenProject.member;
import static io.moltrail.command.project.GivenProject.owner;
import static org.axonframework.test.matchers.Matchers.matches;

import io.moltrail.command.user.Someone;
import io.moltrail.messages.Actor;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.AcceptInvitation;
import io.moltrail.messages.project.ExpireInvitation;
import io.moltrail.messages.project.InvitationAccepted;
import io.moltrail.messages.project.InvitationExpired;
import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.InvitationWithdrawn;
import io.moltrail.messages.project.InviteMember;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberInvited;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.WithdrawInvitation;
import io.moltrail.messages.user.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

class InvitationTest {

  private static final Actor OTHER_USER = Someone.user(OTHER);
  private static final InvitationId INVITATION = new InvitationId(UUID.randomUUID());
  private static final EmailAddress ADDRESS = new EmailAddress("grace@moltrail.example");
  private static final Instant EXPIRY = Instant.parse("2026-01-08T00:00:00Z");
  private static final Instant IN_TIME = EXPIRY.minusNanos(1);
  private static final MemberInvited INVITED = invited(INVITATION);
  private static final InvitationWithdrawn WITHDRAWN = new InvitationWithdrawn(PROJECT, INVITATION);
  private static final InvitationAccepted ACCEPTED =
      new InvitationAccepted(PROJECT, INVITATION, OTHER, MemberRole.EDITOR);
  private static final InvitationExpired EXPIRED = new InvitationExpired(PROJECT, INVITATION);

  @Test
  void the_owner_invites_an_editor_or_a_viewer() {
    as(owner()).given(CREATED).when(invite(MemberRole.EDITOR)).expectEvents(INVITED);
  }

  @Test
  void nobody_else_invites() {
    as(member(OTHER, MemberRole.EDITOR))
        .given(CREATED)
        .when(invite(MemberRole.VIEWER))
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
    as(Someone.user(OTHER))
        .given(CREATED)
        .when(invite(MemberRole.VIEWER))
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @Test
  void ownership_is_not_offered() {
    as(owner())
        .given(CREATED)
        .when(invite(MemberRole.OWNER))
        .expectException(Refusal.Invalid.class)
        .expectNoEvents();
  }

  @Test
  void an_archived_project_invites_nobody() {
    as(owner())
        .given(CREATED, new ProjectArchived(PROJECT))
        .when(invite(MemberRole.EDITOR))
        .expectException(conflict("project-archived"))
        .expectNoEvents();
  }

  @Test
  void a_regulated_project_asks_why_somebody_is_invited_and_why_no_more() {
    as(owner())
        .given(created(true))
        .when(invite(MemberRole.EDITOR))
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
    as(owner())
        .given(created(true))
        .when(invite(MemberRole.EDITOR), Map.of(MetadataKeys.REASON, "she knows kinases"))
        .expectEvents(INVITED);
    as(owner())
        .given(created(true), INVITED)
        .when(new WithdrawInvitation(PROJECT, INVITATION))
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
  }

  @Test
  void a_hundred_are_pending_at_most_and_one_that_has_ended_makes_room() {
    List<MemberInvited> hundred =
        Stream.generate(() -> invited(new InvitationId(UUID.randomUUID()))).limit(100).toList();
    InvitationWithdrawn one = new InvitationWithdrawn(PROJECT, hundred.getFirst().invitationId());

    as(owner())
        .given(CREATED)
        .andGiven(hundred)
        .when(invite(MemberRole.EDITOR))
        .expectException(conflict("too-many-invitations"))
        .expectNoEvents();
    as(owner())
        .given(CREATED)
        .andGiven(hundred)
        .andGiven(one)
        .when(invite(MemberRole.EDITOR))
        .expectEvents(INVITED);
  }

  @Test
  void the_owner_withdraws_what_is_pending_in_an_archived_project_too() {
    as(owner())
        .given(CREATED, INVITED, new ProjectArchived(PROJECT))
        .when(new WithdrawInvitation(PROJECT, INVITATION))
        .expectEvents(WITHDRAWN);
    as(member(OTHER, MemberRole.EDITOR))
        .given(CREATED, INVITED)
        .when(new WithdrawInvitation(PROJECT, INVITATION))
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
  }

  @Test
  void what_has_ended_cannot_be_withdrawn() {
    for (Object end : List.of(WITHDRAWN, ACCEPTED, EXPIRED)) {
      as(owner())
          .given(CREATED, INVITED, end)
          .when(new WithdrawInvitation(PROJECT, INVITATION))
          .expectException(Refusal.NotFound.class)
          .expectNoEvents();
    }
  }

  @Test
  void who_was_invited_accepts_and_is_a_member() {
    accept(OTHER_USER, IN_TIME, INVITED)
        .expectEvents(ACCEPTED, new MemberAdded(PROJECT, OTHER, MemberRole.EDITOR));
  }

  @Test
  void a_member_who_accepts_stays_what_they_are() {
    accept(
            member(OTHER, MemberRole.VIEWER),
            IN_TIME,
            INVITED,
            new MemberAdded(PROJECT, OTHER, MemberRole.VIEWER))
        .expectEvents(ACCEPTED);
  }

  @Test
  void a_regulated_project_does_not_ask_the_invited_why() {
    as(OTHER_USER)
        .given(created(true), INVITED)
        .when(new AcceptInvitation(PROJECT, INVITATION, IN_TIME))
        .expectEvents(ACCEPTED, new MemberAdded(PROJECT, OTHER, MemberRole.EDITOR));
  }

  @Test
  void whatever_is_wrong_with_a_token_the_answer_is_the_same() {
    accept(OTHER_USER, IN_TIME).expectException(leadsNowhere()).expectNoEvents();
    accept(OTHER_USER, EXPIRY, INVITED).expectException(leadsNowhere()).expectNoEvents();
    accept(new Actor.Anonymous(), IN_TIME, INVITED)
        .expectException(leadsNowhere())
        .expectNoEvents();
    for (Object end : List.of(WITHDRAWN, ACCEPTED, EXPIRED)) {
      accept(OTHER_USER, IN_TIME, INVITED, end).expectException(leadsNowhere()).expectNoEvents();
    }
    answering((invitation, user) -> false, OTHER_USER)
        .given(CREATED, INVITED, new ProjectArchived(PROJECT))
        .when(new AcceptInvitation(PROJECT, INVITATION, IN_TIME))
        .expectException(leadsNowhere())
        .expectNoEvents();
  }

  @Test
  void an_archived_project_takes_nobody_in() {
    accept(OTHER_USER, IN_TIME, INVITED, new ProjectArchived(PROJECT))
        .expectException(conflict("project-archived"))
        .expectNoEvents();
  }

  @Test
  void what_nobody_answered_in_time_is_ended_by_the_installation_once() {
    ExpireInvitation command = new ExpireInvitation(PROJECT, INVITATION, EXPIRY);
    Actor installation = new Actor.Installation();

    as(installation).given(CREATED, INVITED).when(command).expectEvents(EXPIRED);
    as(installation)
        .given(CREATED, INVITED)
        .when(new ExpireInvitation(PROJECT, INVITATION, IN_TIME))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    as(installation)
        .given(CREATED, INVITED, EXPIRED)
        .when(command)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    as(owner())
        .given(CREATED, INVITED)
        .when(command)
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  private static InviteMember invite(MemberRole role) {
    return new InviteMember(PROJECT, INVITATION, ADDRESS, role, EXPIRY);
  }

  private static MemberInvited invited(InvitationId invitation) {
    return new MemberInvited(PROJECT, invitation, Erasable.of(ADDRESS), MemberRole.EDITOR, EXPIRY);
  }

  private static ResultValidator<Project> accept(Actor actor, Instant at, Object... after) {
    return as(actor)
        .given(CREATED)
        .andGiven(after)
        .when(new AcceptInvitation(PROJECT, INVITATION, at));
  }

  private static Matcher<Object> leadsNowhere() {
    return matches(
        it -> it instanceof Refusal.Invalid invalid && invalid.code().equals("invalid-mail-token"));
  }
}
