package io.moltrail.query.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRemoved;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.MemberRoleChanged;
import io.moltrail.messages.project.OwnershipTransferred;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.ProjectDescribed;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.ProjectRenamed;
import io.moltrail.messages.project.ProjectRestored;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.projection.Recorded;
import io.moltrail.query.projects.MembersView.Membership;
import io.moltrail.query.testing.Given;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectFoldsTest {

  private static final ProjectId PROJECT = new ProjectId(Given.uuid());
  private static final UserId OWNER = new UserId(Given.uuid());
  private static final UserId MEMBER = new UserId(Given.uuid());
  private static final Instant BEGIN = Instant.EPOCH;

  @Test
  void the_owner_is_the_first_member_and_a_changed_role_keeps_the_day_of_joining() {
    MembersView created = MembersView.evolve(null, Given.created(PROJECT, OWNER), recorded(1));
    MembersView joined =
        MembersView.evolve(
            created, new MemberAdded(PROJECT, MEMBER, MemberRole.VIEWER), recorded(2));
    MembersView promoted =
        MembersView.evolve(
            joined, new MemberRoleChanged(PROJECT, MEMBER, MemberRole.EDITOR), recorded(3));

    assertThat(promoted.members())
        .isEqualTo(
            Map.of(
                OWNER, new Membership(MemberRole.OWNER, BEGIN.plusSeconds(1)),
                MEMBER, new Membership(MemberRole.EDITOR, BEGIN.plusSeconds(2))));
    assertThat(promoted.version()).isEqualTo(3);
  }

  @Test
  void ownership_passes_to_a_member_and_both_have_been_there_as_long_as_before() {
    MembersView created = MembersView.evolve(null, Given.created(PROJECT, OWNER), recorded(1));
    MembersView joined =
        MembersView.evolve(
            created, new MemberAdded(PROJECT, MEMBER, MemberRole.VIEWER), recorded(2));
    MembersView passed =
        MembersView.evolve(joined, new OwnershipTransferred(PROJECT, OWNER, MEMBER), recorded(3));

    assertThat(passed.members())
        .isEqualTo(
            Map.of(
                OWNER, new Membership(MemberRole.EDITOR, BEGIN.plusSeconds(1)),
                MEMBER, new Membership(MemberRole.OWNER, BEGIN.plusSeconds(2))));
    assertThat(passed.version()).isEqualTo(3);
  }

  @Test
  void a_change_of_members_moves_the_projects_version_and_nothing_else() {
    ProjectView created = ProjectView.evolve(null, Given.created(PROJECT, OWNER), recorded(1));
    ProjectView joined =
        ProjectView.evolve(
            created, new MemberAdded(PROJECT, MEMBER, MemberRole.VIEWER), recorded(2));

    assertThat(joined).usingRecursiveComparison().ignoringFields("version").isEqualTo(created);
    assertThat(joined.version()).isEqualTo(2);
  }

  @Test
  void who_is_removed_is_no_member_and_comes_back_as_a_new_one() {
    MembersView created = MembersView.evolve(null, Given.created(PROJECT, OWNER), recorded(1));
    MembersView joined =
        MembersView.evolve(
            created, new MemberAdded(PROJECT, MEMBER, MemberRole.EDITOR), recorded(2));
    MembersView left = MembersView.evolve(joined, new MemberRemoved(PROJECT, MEMBER), recorded(3));
    MembersView back =
        MembersView.evolve(left, new MemberAdded(PROJECT, MEMBER, MemberRole.VIEWER), recorded(4));

    assertThat(left.members()).isEqualTo(created.members());
    assertThat(left.version()).isEqualTo(3);
    assertThat(back.members().get(MEMBER))
        .isEqualTo(new Membership(MemberRole.VIEWER, BEGIN.plusSeconds(4)));
  }

  @Test
  void an_archived_project_is_archived_until_it_is_restored_and_keeps_its_members() {
    ProjectView created = ProjectView.evolve(null, Given.created(PROJECT, OWNER), recorded(1));
    ProjectView archived = ProjectView.evolve(created, new ProjectArchived(PROJECT), recorded(2));
    ProjectView left =
        ProjectView.evolve(archived, new MemberRemoved(PROJECT, MEMBER), recorded(3));
    ProjectView restored = ProjectView.evolve(left, new ProjectRestored(PROJECT), recorded(4));
    MembersView members = MembersView.evolve(null, Given.created(PROJECT, OWNER), recorded(1));

    assertThat(List.of(created, archived, left, restored))
        .extracting(ProjectView::archived)
        .containsExactly(false, true, true, false);
    assertThat(restored).usingRecursiveComparison().ignoringFields("version").isEqualTo(created);
    assertThat(restored.version()).isEqualTo(4);
    assertThat(MembersView.evolve(members, new ProjectArchived(PROJECT), recorded(2)))
        .isEqualTo(new MembersView(PROJECT, members.members(), 2));
  }

  @Test
  void a_project_is_called_and_described_as_was_said_last() {
    ProjectView created = ProjectView.evolve(null, Given.created(PROJECT, OWNER), recorded(1));
    ProjectView renamed =
        ProjectView.evolve(
            created,
            new ProjectRenamed(PROJECT, Erasable.of(new ProjectName("JAK2"))),
            recorded(2));
    ProjectView described =
        ProjectView.evolve(
            renamed,
            new ProjectDescribed(PROJECT, Erasable.of(new ProjectDescription("Oral ones"))),
            recorded(3));
    ProjectView erased =
        ProjectView.evolve(described, new ProjectRenamed(PROJECT, Erasable.erased()), recorded(4));

    assertThat(List.of(created, renamed, described))
        .extracting(ProjectView::name, ProjectView::description)
        .containsExactly(
            tuple("Kinase inhibitors", "All of them"),
            tuple("JAK2", "All of them"),
            tuple("JAK2", "Oral ones"));
    assertThat(described)
        .usingRecursiveComparison()
        .ignoringFields("name", "description", "version")
        .isEqualTo(created);
    assertThat(described.version()).isEqualTo(3);
    assertThat(erased.name()).isNull();
    assertThat(erased.description()).isEqualTo("Oral ones");
  }

  @Test
  void what_was_erased_is_null_and_no_error() {
    ProjectCreated erased =
        new ProjectCreated(
            PROJECT, OWNER, Given.CODE, Erasable.erased(), Erasable.erased(), true, Tautomers.SAME);

    assertThat(ProjectView.evolve(null, erased, recorded(1)))
        .extracting(ProjectView::name, ProjectView::description)
        .containsOnlyNulls();
  }

  private static Recorded recorded(long version) {
    return new Recorded(version, BEGIN.plusSeconds(version), OWNER.toString());
  }
}
