package io.moltrail.command.project;

import static io.moltrail.command.project.GivenProject.CREATED;
import static io.moltrail.command.project.GivenProject.OTHER;
import static io.moltrail.command.project.GivenProject.OWNER;
import static io.moltrail.command.project.GivenProject.PROJECT;
import static io.moltrail.command.project.GivenProject.THIRD;
import static io.moltrail.command.project.GivenProject.as;
import static io.moltrail.command.project.GivenProject.conflict;
import static io.moltrail.command.project.GivenProject.created;
import static io.moltrail.command.project.GivenProject.member;
import static io.moltrail.command.project.GivenProject.owner;

import io.moltrail.command.user.Someone;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.AddMember;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRemoved;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.RemoveMember;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How somebody stops being a member. */
class LeavingTest {

  private static final MemberAdded ADDED = new MemberAdded(PROJECT, OTHER, MemberRole.EDITOR);

  @Test
  void the_owner_removes_a_member() {
    as(owner())
        .given(CREATED, ADDED)
        .when(new RemoveMember(PROJECT, OTHER))
        .expectEvents(new MemberRemoved(PROJECT, OTHER));
  }

  @Test
  void a_member_of_any_role_may_leave() {
    as(member(OTHER, MemberRole.VIEWER))
        .given(CREATED, new MemberAdded(PROJECT, OTHER, MemberRole.VIEWER))
        .when(new RemoveMember(PROJECT, OTHER))
        .expectEvents(new MemberRemoved(PROJECT, OTHER));
  }

  @Test
  void an_editor_removes_nobody_else() {
    as(member(OTHER, MemberRole.EDITOR))
        .given(CREATED, ADDED, new MemberAdded(PROJECT, THIRD, MemberRole.VIEWER))
        .when(new RemoveMember(PROJECT, THIRD))
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
    as(member(OTHER, MemberRole.EDITOR))
        .given(CREATED, ADDED)
        .when(new RemoveMember(PROJECT, OWNER))
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
  }

  @Test
  void the_owner_can_neither_leave_nor_be_removed() {
    as(owner())
        .given(CREATED)
        .when(new RemoveMember(PROJECT, OWNER))
        .expectException(conflict("owner-stays-owner"))
        .expectNoEvents();
  }

  @Test
  void to_a_stranger_the_project_is_not_there_not_even_to_leave_it() {
    as(Someone.user(THIRD))
        .given(CREATED, ADDED)
        .when(new RemoveMember(PROJECT, OTHER))
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
    as(Someone.user(THIRD))
        .given(CREATED, ADDED)
        .when(new RemoveMember(PROJECT, THIRD))
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @Test
  void who_is_no_member_cannot_be_removed_and_nobody_twice() {
    as(owner())
        .given(CREATED)
        .when(new RemoveMember(PROJECT, OTHER))
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
    as(owner())
        .given(CREATED, ADDED, new MemberRemoved(PROJECT, OTHER))
        .when(new RemoveMember(PROJECT, OTHER))
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @Test
  void a_regulated_project_asks_why_somebody_goes() {
    as(member(OTHER, MemberRole.EDITOR))
        .given(created(true), ADDED)
        .when(new RemoveMember(PROJECT, OTHER))
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
    as(owner())
        .given(created(true), ADDED)
        .when(new RemoveMember(PROJECT, OTHER), Map.of(MetadataKeys.REASON, "left the company"))
        .expectEvents(new MemberRemoved(PROJECT, OTHER));
  }

  @Test
  void members_may_go_from_an_archived_project_too() {
    as(owner())
        .given(CREATED, ADDED, new ProjectArchived(PROJECT))
        .when(new RemoveMember(PROJECT, OTHER))
        .expectEvents(new MemberRemoved(PROJECT, OTHER));
    as(member(OTHER, MemberRole.EDITOR))
        .given(CREATED, ADDED, new ProjectArchived(PROJECT))
        .when(new RemoveMember(PROJECT, OTHER))
        .expectEvents(new MemberRemoved(PROJECT, OTHER));
  }

  @Test
  void who_has_gone_can_be_added_again() {
    as(owner())
        .given(CREATED, ADDED, new MemberRemoved(PROJECT, OTHER))
        .when(new AddMember(PROJECT, OTHER, MemberRole.VIEWER))
        .expectEvents(new MemberAdded(PROJECT, OTHER, MemberRole.VIEWER));
  }
}
