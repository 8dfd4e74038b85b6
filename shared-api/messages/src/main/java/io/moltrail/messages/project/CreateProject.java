package io.moltrail.messages.project;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Opens a project that belongs to the actor. */
public record CreateProject(
    @TargetAggregateIdentifier ProjectId projectId,
    ProjectName name,
    ProjectCode code,
    ProjectDescription description,
    boolean regulated,
    Tautomers tautomers)
    implements ProjectCommand {}
