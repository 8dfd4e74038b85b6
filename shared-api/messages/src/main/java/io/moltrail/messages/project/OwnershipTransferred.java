package io.moltrail.messages.project;

import io.moltrail.messages.user.UserId;

/** A member is the owner now, and who was it is an editor. */
public record OwnershipTransferred(ProjectId projectId, UserId formerOwner, UserId newOwner)
    implements ProjectEvent {}
