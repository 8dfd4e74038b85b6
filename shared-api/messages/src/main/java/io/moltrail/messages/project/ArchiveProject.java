package io.moltrail.messages.project;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Keeps the project as it is until it is restored. */
public record ArchiveProject(@TargetAggregateIdentifier ProjectId projectId)
    implements ProjectCommand {}
