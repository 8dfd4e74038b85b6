package io.moltrail.messages.project;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;

/** A project is about this from now on. */
public record ProjectDescribed(
    ProjectId projectId, @ErasedWith("projectId") Erasable<ProjectDescription> description)
    implements ProjectEvent {}
