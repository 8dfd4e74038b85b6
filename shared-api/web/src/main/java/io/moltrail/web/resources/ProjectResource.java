package io.moltrail.web.resources;

import io.moltrail.messages.project.MemberRole;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A project, as its members see it. */
@Schema(name = "Project")
public record ProjectResource(
    String id,
    @Schema(example = "Kinase inhibitors") @Nullable String name,
    @Schema(example = "KIN") String code,
    @Nullable String description,
    boolean regulated,
    @Schema(description = "the caller's own role") MemberRole role,
    long memberCount,
    long moleculeCount,
    Instant createdAt,
    @Schema(example = "1") long version) {}
