package io.moltrail.command.project;

import static io.moltrail.command.project.GivenProject.CREATED;
import static io.moltrail.command.project.GivenProject.OTHER;
import static io.moltrail.command.project.GivenProject.PROJECT;
import static io.moltrail.command.project.GivenProject.as;
import static io.moltrail.command.project.GivenProject.created;
import static io.moltrail.command.project.GivenProject.member;
import static io.moltrail.command.project.GivenProject.owner;

import io.moltrail.command.user.Someone;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.DescribeProject;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectCommand;
import io.moltrail.messages.project.ProjectDescribed;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.ProjectRenamed;
import io.moltrail.messages.project.RenameAndDescribeProject;
import io.moltrail.messages.project.RenameProject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a project comes to be called something else, and to be about it. */
class NamingTest {

  static final ProjectName NAME = new ProjectName("JAK2 inhibitors");
  static final ProjectDescription DESCRIPTION = new ProjectDescription("The selective ones");

  private static final ProjectRenamed RENAMED = new ProjectRenamed(PROJECT, Erasable.of(NAME));
  private static final ProjectDescribed DESCRIBED =
      new ProjectDescribed(PROJECT, Erasable.of(DESCRIPTION));

  @Test
  void an_editor_renames_and_describes_a_project() {
    as(member(OTHER, MemberRole.EDITOR))
        .given(CREATED)
        .when(new RenameProject(PROJECT, NAME))
        .expectEvents(RENAMED);
    as(member(OTHER, MemberRole.EDITOR))
        .given(CREATED, RENAMED)
        .when(new DescribeProject(PROJECT, DESCRIPTION))
        .expectEvents(DESCRIBED);
  }

  @Test
  void both_at_once_are_two_facts() {
    as(owner())
        .given(CREATED)
        .when(new RenameAndDescribeProject(PROJECT, NAME, DESCRIPTION))
        .expectEvents(RENAMED, DESCRIBED);
  }

  @Test
  void what_it_is_called_and_is_about_already_changes_nothing() {
    as(owner())
        .given(CREATED, RENAMED, DESCRIBED)
        .when(new RenameAndDescribeProject(PROJECT, NAME, DESCRIPTION))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    as(owner())
        .given(CREATED, RENAMED)
        .when(new RenameAndDescribeProject(PROJECT, NAME, DESCRIPTION))
        .expectEvents(DESCRIBED);
    as(owner())
        .given(CREATED)
        .when(new DescribeProject(PROJECT, ProjectDescription.NONE))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void what_was_erased_can_be_said_again() {
    as(owner())
        .given(
            CREATED,
            new ProjectRenamed(PROJECT, Erasable.erased()),
            new ProjectDescribed(PROJECT, Erasable.erased()))
        .when(new RenameAndDescribeProject(PROJECT, NAME, DESCRIPTION))
        .expectEvents(RENAMED, DESCRIBED);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void viewers_and_strangers_may_not(ProjectCommand command) {
    as(member(OTHER, MemberRole.VIEWER))
        .given(CREATED)
        .when(command)
        .expectException(Refusal.Forbidden.class)
        .expectNoEvents();
    as(Someone.user(OTHER))
        .given(CREATED)
        .when(command)
        .expectException(Refusal.NotFound.class)
        .expectNoEvents();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_regulated_project_asks_why(ProjectCommand command) {
    as(owner())
        .given(created(true))
        .when(command)
        .expectException(Refusal.ReasonRequired.class)
        .expectNoEvents();
    as(owner())
        .given(created(true))
        .when(command, Map.of(MetadataKeys.REASON, "the scope has narrowed"))
        .expectSuccessfulHandlerExecution();
  }

  static Stream<ProjectCommand> commands() {
    return Stream.of(
        new RenameProject(PROJECT, NAME),
        new DescribeProject(PROJECT, DESCRIPTION),
        new RenameAndDescribeProject(PROJECT, NAME, DESCRIPTION));
  }
}
