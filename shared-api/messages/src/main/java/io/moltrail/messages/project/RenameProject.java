package io.moltrail.messages.project;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Calls the project something else. */
public record RenameProject(@TargetAggregateIdentifier ProjectId projectId, ProjectName name)
    implements ProjectCommand {}
