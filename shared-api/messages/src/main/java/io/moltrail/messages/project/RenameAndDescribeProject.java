package io.moltrail.messages.project;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Both at once, so that either both are carried out or neither. */
public record RenameAndDescribeProject(
    @TargetAggregateIdentifier ProjectId projectId,
    ProjectName name,
    ProjectDescription description)
    implements ProjectCommand {}
