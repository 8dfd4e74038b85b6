package io.moltrail.query.projects;

import io.moltrail.messages.project.MemberRole;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member of a project, as the other members see them. */
@Schema(name = "Member")
record MemberResource(
    @Schema(example = "0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90") String userId,
    @Schema(example = "Ada Lovelace", description = "null once erased")
        @Nullable String displayName,
    MemberRole role,
    @Schema(description = "when they became a member, whatever their role was then")
        Instant since) {}
