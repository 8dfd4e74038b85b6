package io.moltrail.messages.project;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;
import io.moltrail.messages.user.UserId;

/** A project was opened; its owner is its first member. */
public record ProjectCreated(
    ProjectId projectId,
    UserId owner,
    ProjectCode code,
    @ErasedWith("projectId") Erasable<ProjectName> name,
    @ErasedWith("projectId") Erasable<ProjectDescription> description,
    boolean regulated,
    Tautomers tautomers)
    implements ProjectEvent {}
