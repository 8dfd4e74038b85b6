package io.moltrail.messages.project;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.ErasedWith;

/** A project has this name from now on. */
public record ProjectRenamed(
    ProjectId projectId, @ErasedWith("projectId") Erasable<ProjectName> name)
    implements ProjectEvent {}
