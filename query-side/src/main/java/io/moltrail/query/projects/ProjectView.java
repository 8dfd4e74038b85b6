package io.moltrail.query.projects;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.project.InvitationEvent;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberRemoved;
import io.moltrail.messages.project.MemberRoleChanged;
import io.moltrail.messages.project.OwnershipTransferred;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.ProjectDescribed;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectEvent;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.ProjectRenamed;
import io.moltrail.messages.project.ProjectRestored;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.query.platform.projection.Evolution;
import io.moltrail.query.platform.projection.Recorded;
import io.moltrail.query.platform.projection.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A project as readers see it; who is in it is a view of its own ({@link MembersView}), for rights
 * are written apart.
 *
 * @param name null once erased
 * @param description null once erased
 */
public record ProjectView(
    ProjectId id,
    ProjectCode code,
    @Nullable String name,
    @Nullable String description,
    boolean regulated,
    Tautomers tautomers,
    boolean archived,
    Instant createdAt,
    long version)
    implements View {

  public static ProjectView evolve(
      @Nullable ProjectView before, ProjectEvent event, Recorded recorded) {
    return switch (event) {
      case ProjectCreated it -> created(it, recorded);
      case ProjectRenamed it -> Evolution.existing(before).renamed(it, recorded.version());
      case ProjectDescribed it -> Evolution.existing(before).described(it, recorded.version());
      case MemberAdded it -> Evolution.existing(before).at(recorded.version());
      case MemberRoleChanged it -> Evolution.existing(before).at(recorded.version());
      case MemberRemoved it -> Evolution.existing(before).at(recorded.version());
      case OwnershipTransferred it -> Evolution.existing(before).at(recorded.version());
      case InvitationEvent it -> Evolution.existing(before).at(recorded.version());
      case ProjectArchived it -> Evolution.existing(before).archived(true, recorded.version());
      case ProjectRestored it -> Evolution.existing(before).archived(false, recorded.version());
    };
  }

  private static ProjectView created(ProjectCreated event, Recorded recorded) {
    return new ProjectView(
        event.projectId(),
        event.code(),
        name(event.name()),
        description(event.description()),
        event.regulated(),
        event.tautomers(),
        false,
        recorded.at(),
        recorded.version());
  }

  private static @Nullable String name(Erasable<ProjectName> name) {
    return name.kept().map(ProjectName::value).orElse(null);
  }

  private static @Nullable String description(Erasable<ProjectDescription> description) {
    return description.kept().map(ProjectDescription::value).orElse(null);
  }

  private ProjectView renamed(ProjectRenamed event, long later) {
    return called(name(event.name()), description, later);
  }

  private ProjectView described(ProjectDescribed event, long later) {
    return called(name, description(event.description()), later);
  }

  private ProjectView called(
      @Nullable String newName, @Nullable String newDescription, long later) {
    return new ProjectView(
        id, code, newName, newDescription, regulated, tautomers, archived, createdAt, later);
  }

  private ProjectView at(long later) {
    return archived(archived, later);
  }

  private ProjectView archived(boolean now, long later) {
    return new ProjectView(
        id, code, name, description, regulated, tautomers, now, createdAt, later);
  }
}
