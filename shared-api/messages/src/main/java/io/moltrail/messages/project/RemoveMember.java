package io.moltrail.messages.project;

import io.moltrail.messages.user.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a member out of the project, or lets them leave it. */
public record RemoveMember(@TargetAggregateIdentifier ProjectId projectId, UserId member)
    implements ProjectCommand {}
