package io.moltrail.messages.project;

/** A project stays as it is from now on. Its molecules' own archive flags are not touched. */
public record ProjectArchived(ProjectId projectId) implements ProjectEvent {}
