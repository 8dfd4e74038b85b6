package io.moltrail.messages.project;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Says anew what the project is about, or no longer says it. */
public record DescribeProject(
    @TargetAggregateIdentifier ProjectId projectId, ProjectDescription description)
    implements ProjectCommand {}
