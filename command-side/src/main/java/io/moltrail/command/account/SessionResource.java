package io.moltrail.command.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A session, as its user sees it. */
@Schema(name = "Session")
record SessionResource(
    @Schema(example = "0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90") String id,
    @Schema(description = "of the login") Instant createdAt,
    @Schema(description = "of the login or the newest refresh") Instant lastUsedAt,
    @Schema(description = "when it ends, unless it is refreshed before") Instant expiresAt,
    @Schema(description = "whether it is the one that asks") boolean current) {}
