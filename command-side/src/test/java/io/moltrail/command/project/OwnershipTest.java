package io.moltrail.command.project;

import static io.moltrail.command.project.GivenProject.CREATED;
import static io.moltrail.command.project.GivenProject.OTHER;
import static io.moltrail.command.project.GivenProject.OWNER;
import static io.moltrail.command.project.GivenProject.PROJECT;
import static io.moltrail.command.project.GivenProject.THIRD;
import static io.moltrail.command.project.GivenProject.among;
import static io.moltrail.command.project.GivenProject.conflict;
import static io.moltrail.command.project.GivenProject.created;
import static io.moltrail.command.project.GivenProject.member;
import static io.moltrail.command.project.GivenProject.owner;
import static org.axonframework.test.matchers.Matchers.matches;

import io.moltrail.command.user.Someone;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.ChangeMemberRole;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRemoved;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.OwnershipTransferred;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.RemoveMember;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.project.TransferOwnership;
import io.moltrail.messages.user.Tier;
import java.util.Map;
import java.util.Optional;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may own a project. */
class OwnershipTest {

  private static final CreateProject CREATION =
      new CreateProject(
          PROJECT,
          new ProjectName("Kinases"),
          new ProjectCode("KIN"),
          ProjectDescription.NONE,
          false,
          Tautomers.SAME);

  private static final MemberAdded ADDED = new MemberAdded(PROJECT, OTHER, MemberRole.VIEWER);
  private static final TransferOwnership TRANSFER = new TransferOwnership(PROJECT, OTHER);
  private static final OwnershipTransferred TRANSFERRED =
      new OwnershipTransferred(PROJECT, OWNER, OTHER);

  @ParameterizedTest
  @CsvSource({"FREE, 4", "PRO, 49", "ENTERPRISE, 100000"})
  void a_project_is_created_as_long_as_the_tier_has_room(Tier tier, long owned) {
    among(owning(tier, owned), Someone.user(OWNER))
        .givenNoPriorActivity()
        .when(CREATION)
        .expectEvents(CREATED);
  }

  @ParameterizedTest
  @CsvSource({"FREE, 5, FREE.*5", "FREE, 51, FREE.*5", "PRO, 50, PRO.*50"})
  void no_more_projects_are_created_than_the_tier_allows(Tier tier, long owned, String told) {
    among(owning(tier, owned), Someone.user(OWNER))
        .givenNoPriorActivity()
        .when(CREATION)
        .expectException(overQuota(told))
        .expectNoEvents();
  }

  @Test
  void who_is_not_active_owns_no_project() {
    among(user -> Optional.empty(), Someone.user(OWNER))
        .givenNoPriorActivity()
        .when(CREATION)
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
  }

  @ParameterizedTest
  @EnumSource(
      value = MemberRole.class,
      names = {"EDITOR", "VIEWER"})
  void the_owner_makes_a_member_the_owner(MemberRole role) {
    among(owning(Tier.FREE, 4), owner())
        .given(CREATED, new MemberAdded(PROJECT, OTHER, role))
        .when(TRANSFER)
        .expectEvents(TRANSFERRED);
  }

  @Test
  void whoever_was_the_owner_is_an_editor_then_and_can_be_removed() {
    among(owning(Tier.FREE, 0), member(OTHER, MemberRole.OWNER))
        .given(CREATED, ADDED, TRANSFERRED)
        .when(new RemoveMember(PROJECT, OWNER))
        .expectEvents(new MemberRemoved(PROJECT, OWNER));
    among(owning(Tier.FREE, 0), member(OTHER, MemberRole.OWNER))
        .given(CREATED, ADDED, TRANSFERRED)
        .when(new ChangeMemberRole(PROJECT, OWNER, MemberRole.EDITOR))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    among(owning(Tier.FREE, 0), member(OTHER, MemberRole.OWNER))
        .given(CREATED, ADDED, TRANSFERRED)
        .when(new RemoveMember(PROJECT, OTHER))
        .expectException(conflict("owner-stays-owner"))
        .expectNoEvents();
  }

  @Test
  void nobody_but_the_owner_gives_a_project_away() {
    among(owning(Tier.FREE, 0), member(OTHER, MemberRole.EDITOR))
        .given(CREATED, ADDED)
        .when(TRANSFER)
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
    among(owning(Tier.FREE, 0), Someone.user(THIRD))
        .given(CREATED, ADDED)
        .when(TRANSFER)
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @Test
  void a_project_is_not_transferred_to_who_owns_it() {
    among(owning(Tier.FREE, 0), owner())
        .given(CREATED, ADDED)
        .when(new TransferOwnership(PROJECT, OWNER))
        .expectException(Refusal.Invalid.class)
        .expectNoEvents();
  }

  @Test
  void only_an_active_member_becomes_the_owner() {
    among(owning(Tier.FREE, 0), owner())
        .given(CREATED)
        .when(TRANSFER)
        .expectException(conflict("no-active-member"))
        .expectNoEvents();
    among(owning(Tier.FREE, 0), owner())
        .given(CREATED, ADDED, new MemberRemoved(PROJECT, OTHER))
        .when(TRANSFER)
        .expectException(conflict("no-active-member"))
        .expectNoEvents();
    among(user -> Optional.empty(), owner())
        .given(CREATED, ADDED)
        .when(TRANSFER)
        .expectException(conflict("no-active-member"))
        .expectNoEvents();
  }

  /** Nor does the giver hear which tier it is. */
  @ParameterizedTest
  @CsvSource({"FREE, 5", "PRO, 50"})
  void nobody_is_given_more_projects_than_their_tier_allows(Tier tier, long owned) {
    among(owning(tier, owned), owner())
        .given(CREATED, ADDED)
        .when(TRANSFER)
        .expectException(overQuota("^[^0-9]*cannot own one more project[^0-9]*at"))
        .expectNoEvents();
  }

  @Test
  void an_archived_project_keeps_its_owner() {
    among(owning(Tier.FREE, 0), owner())
        .given(CREATED, ADDED, new ProjectArchived(PROJECT))
        .when(TRANSFER)
        .expectException(conflict("project-archived"))
        .expectNoEvents();
  }

  @Test
  void a_regulated_project_asks_why_it_is_given_away() {
    among(owning(Tier.FREE, 0), owner())
        .given(created(true), ADDED)
        .when(TRANSFER)
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
    among(owning(Tier.FREE, 0), owner())
        .given(created(true), ADDED)
        .when(TRANSFER, Map.of(MetadataKeys.REASON, "she leads the study now"))
        .expectEvents(TRANSFERRED);
  }

  /** Nobody else owns anything, so that who is asked about matters. */
  private static Owners owning(Tier tier, long projects) {
    return user ->
        user.equals(OWNER) || user.equals(OTHER)
            ? Optional.of(new Owners.Holding(tier, projects))
            : Optional.empty();
  }

  private static Matcher<Object> overQuota(String told) {
    return matches(
        it ->
            it instanceof Refusal.Conflict conflict
                && conflict.code().equals("quota-exceeded")
                && conflict.getMessage().matches(".*" + told + " .*"));
  }
}
