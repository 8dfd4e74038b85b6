package io.moltrail.messages.project;

import io.moltrail.messages.user.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Makes another member the owner; who was it stays as an editor. */
public record TransferOwnership(@TargetAggregateIdentifier ProjectId projectId, UserId newOwner)
    implements ProjectCommand {}
