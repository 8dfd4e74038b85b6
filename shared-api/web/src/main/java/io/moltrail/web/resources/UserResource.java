package io.moltrail.web.resources;

import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user, as they and administrators see them. */
@Schema(name = "User")
public record UserResource(
    String id,
    @Schema(example = "ada@example.org") @Nullable String email,
    @Schema(example = "Ada Lovelace") @Nullable String displayName,
    Tier tier,
    Set<SystemRole> roles,
    Instant createdAt) {}
