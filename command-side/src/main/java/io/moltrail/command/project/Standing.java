package io.moltrail.command.project;

import io.moltrail.command.platform.ProjectRules;
import io.moltrail.messages.Actor;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectRestored;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** Whom a project lets change something, and whether it takes changes at all. */
final class Standing {

  private @Nullable ProjectId project;
  private boolean regulated;
  private boolean archived;

  /**
   * @throws Refusal.NotFound to strangers; @throws Refusal.Forbidden to members of a lesser role
   */
  Actor.User require(Actor actor, MemberRole needed) {
    if (project == null) {
      throw new Refusal.NotFound();
    }
    return ProjectRules.require(actor, project, needed);
  }

  /**
   * The same for a change, for which a regulated project wants a reason.
   *
   * @throws Refusal.ReasonRequired when it is wanted and not given
   */
  Actor.User require(Actor actor, MemberRole needed, @Nullable String reason) {
    Actor.User user = require(actor, needed);
    ProjectRules.reasonGiven(regulated, reason);
    return user;
  }

  void takesChanges() {
    ProjectRules.notArchived(archived);
  }

  boolean archived() {
    return archived;
  }

  @EventSourcingHandler
  void on(ProjectCreated event) {
    project = event.projectId();
    regulated = event.regulated();
  }

  @EventSourcingHandler
  void on(ProjectArchived event) {
    archived = true;
  }

  @EventSourcingHandler
  void on(ProjectRestored event) {
    archived = false;
  }
}
