package io.moltrail.command.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A session, as its user sees it. */
@Schema(name = "Session")
record SessionResource(
    @Schema(description = "Its id.", example = "0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90") String id,
    @Schema(description = "Of the login.", example = "2026-03-14T09:26:53.589Z") Instant createdAt,
    @Schema(
            description = "Of the login or the newest refresh.",
            example = "2026-03-14T09:26:53.589Z")
        Instant lastUsedAt,
    @Schema(
            description = "When it ends, unless it is refreshed before.",
            example = "2026-03-21T09:26:53.589Z")
        Instant expiresAt,
    @Schema(description = "Whether it is the one that asks.", example = "true") boolean current) {}
