package io.moltrail.messages.project;

/** An archived project can be changed again. */
public record ProjectRestored(ProjectId projectId) implements ProjectEvent {}
