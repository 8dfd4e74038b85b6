package io.moltrail.command.project;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.ProjectDescribed;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.ProjectRenamed;
import org.axonframework.eventsourcing.EventSourcingHandler;

/**
 * What a project is called and is about: kept only in memory, and only as long as the key exists.
 */
final class Naming {

  private Erasable<ProjectName> name = Erasable.erased();
  private Erasable<ProjectDescription> description = Erasable.erased();

  /** False, too, when nobody can tell any more. */
  boolean is(ProjectName other) {
    return name.kept().filter(other::equals).isPresent();
  }

  /** False, too, when nobody can tell any more. */
  boolean is(ProjectDescription other) {
    return description.kept().filter(other::equals).isPresent();
  }

  @EventSourcingHandler
  void on(ProjectCreated event) {
    name = event.name();
    description = event.description();
  }

  @EventSourcingHandler
  void on(ProjectRenamed event) {
    name = event.name();
  }

  @EventSourcingHandler
  void on(ProjectDescribed event) {
    description = event.description();
  }
}
