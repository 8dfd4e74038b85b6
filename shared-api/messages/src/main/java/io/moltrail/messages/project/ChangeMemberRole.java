package io.moltrail.messages.project;

import io.moltrail.messages.user.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives a member another role; ownership passes by transfer only. */
public record ChangeMemberRole(
    @TargetAggregateIdentifier ProjectId projectId, UserId member, MemberRole role)
    implements ProjectCommand {}
