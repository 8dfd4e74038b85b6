package io.moltrail.messages.project;

import io.moltrail.messages.user.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Lets an existing user into the project. */
public record AddMember(
    @TargetAggregateIdentifier ProjectId projectId, UserId member, MemberRole role)
    implements ProjectCommand {}
