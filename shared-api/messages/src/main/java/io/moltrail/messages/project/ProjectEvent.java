package io.moltrail.messages.project;

import io.moltrail.messages.Event;
import io.moltrail.messages.Id;

/** What can have happened to a project. Molecules have streams of their own. */
public sealed interface ProjectEvent extends Event
    permits ProjectCreated,
        ProjectRenamed,
        ProjectDescribed,
        MemberAdded,
        MemberRoleChanged,
        MemberRemoved,
        OwnershipTransferred,
        InvitationEvent,
        ProjectArchived,
        ProjectRestored {

  ProjectId projectId();

  @Override
  default Id subject() {
    return projectId();
  }
}
