package io.moltrail.messages.project;

import io.moltrail.messages.user.UserId;

/** A user is a member no longer, removed or gone of their own accord. */
public record MemberRemoved(ProjectId projectId, UserId member) implements ProjectEvent {}
