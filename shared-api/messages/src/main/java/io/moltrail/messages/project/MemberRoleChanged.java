package io.moltrail.messages.project;

import io.moltrail.messages.user.UserId;

/** A member has another role from now on. */
public record MemberRoleChanged(ProjectId projectId, UserId member, MemberRole role)
    implements ProjectEvent {}
