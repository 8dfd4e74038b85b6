package io.moltrail.messages.project;

import io.moltrail.messages.user.UserId;

/** A user became a member. */
public record MemberAdded(ProjectId projectId, UserId member, MemberRole role)
    implements ProjectEvent {}
