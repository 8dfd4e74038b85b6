package io.moltrail.messages.project;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets an archived project change again. */
public record RestoreProject(@TargetAggregateIdentifier ProjectId projectId)
    implements ProjectCommand {}
