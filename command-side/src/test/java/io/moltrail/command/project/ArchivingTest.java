package io.moltrail.command.project;

import static io.moltrail.command.project.GivenProject.CREATED;
import static io.moltrail.command.project.GivenProject.OTHER;
import static io.moltrail.command.project.GivenProject.PROJECT;
import static io.moltrail.command.project.GivenProject.THIRD;
import static io.moltrail.command.project.GivenProject.as;
import static io.moltrail.command.project.GivenProject.conflict;
import static io.moltrail.command.project.GivenProject.created;
import static io.moltrail.command.project.GivenProject.member;
import static io.moltrail.command.project.GivenProject.molecule;
import static io.moltrail.command.project.GivenProject.owner;

import io.moltrail.command.user.Someone;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.AddMember;
import io.moltrail.messages.project.AddMolecule;
import io.moltrail.messages.project.AddMolecules;
import io.moltrail.messages.project.ArchiveProject;
import io.moltrail.messages.project.ChangeMemberRole;
import io.moltrail.messages.project.DescribeProject;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.ProjectCommand;
import io.moltrail.messages.project.ProjectRestored;
import io.moltrail.messages.project.RenameAndDescribeProject;
import io.moltrail.messages.project.RenameProject;
import io.moltrail.messages.project.RestoreProject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a project comes to stay as it is, and what it refuses while it does. */
class ArchivingTest {

  private static final ProjectArchived ARCHIVED = new ProjectArchived(PROJECT);
  private static final ProjectRestored RESTORED = new ProjectRestored(PROJECT);

  @Test
  void the_owner_archives_a_project_and_restores_it() {
    as(owner()).given(CREATED).when(new ArchiveProject(PROJECT)).expectEvents(ARCHIVED);
    as(owner()).given(CREATED, ARCHIVED).when(new RestoreProject(PROJECT)).expectEvents(RESTORED);
  }

  @Test
  void what_is_as_it_should_be_already_is_left_so() {
    as(owner())
        .given(CREATED, ARCHIVED)
        .when(new ArchiveProject(PROJECT))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    as(owner())
        .given(CREATED)
        .when(new RestoreProject(PROJECT))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void only_the_owner_may(ProjectCommand verb) {
    as(member(OTHER, MemberRole.EDITOR))
        .given(CREATED, new MemberAdded(PROJECT, OTHER, MemberRole.EDITOR))
        .when(verb)
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
    as(Someone.user(OTHER))
        .given(CREATED)
        .when(verb)
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @Test
  void a_regulated_project_asks_why() {
    as(owner())
        .given(created(true))
        .when(new ArchiveProject(PROJECT))
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
    as(owner())
        .given(created(true), ARCHIVED)
        .when(new RestoreProject(PROJECT))
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
    as(owner())
        .given(created(true))
        .when(new ArchiveProject(PROJECT), Map.of(MetadataKeys.REASON, "the study is over"))
        .expectEvents(ARCHIVED);
    as(owner())
        .given(created(true), ARCHIVED)
        .when(new RestoreProject(PROJECT), Map.of(MetadataKeys.REASON, "it goes on"))
        .expectEvents(RESTORED);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void an_archived_project_refuses_every_change_until_it_is_restored(ProjectCommand change) {
    MemberAdded added = new MemberAdded(PROJECT, OTHER, MemberRole.VIEWER);
    as(owner())
        .given(CREATED, added, ARCHIVED)
        .when(change)
        .expectException(conflict("project-archived"))
        .expectNoEvents();
    as(owner())
        .given(CREATED, added, ARCHIVED, RESTORED)
        .when(change)
        .expectSuccessfulHandlerExecution();
  }

  private static Stream<ProjectCommand> verbs() {
    return Stream.of(new ArchiveProject(PROJECT), new RestoreProject(PROJECT));
  }

  private static Stream<ProjectCommand> changes() {
    return Stream.of(
        new RenameProject(PROJECT, NamingTest.NAME),
        new DescribeProject(PROJECT, NamingTest.DESCRIPTION),
        new RenameAndDescribeProject(PROJECT, NamingTest.NAME, NamingTest.DESCRIPTION),
        new AddMolecule(PROJECT, molecule(1)),
        new AddMolecules(PROJECT, List.of(molecule(2), molecule(3))),
        new AddMember(PROJECT, THIRD, MemberRole.VIEWER),
        new ChangeMemberRole(PROJECT, OTHER, MemberRole.EDITOR),
        new ChangeMemberRole(PROJECT, OTHER, MemberRole.VIEWER));
  }
}
