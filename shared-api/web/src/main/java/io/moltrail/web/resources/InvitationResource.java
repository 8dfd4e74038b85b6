package io.moltrail.web.resources;

import io.moltrail.messages.project.MemberRole;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An invitation into a project, as its owner sees it. */
@Schema(name = "Invitation")
public record InvitationResource(
    @Schema(example = "0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90") String id,
    @Schema(example = "grace@example.org", description = "null once erased") @Nullable String email,
    MemberRole role,
    State state,
    Instant createdAt,
    @Schema(description = "a user's id") String createdBy,
    Instant expiresAt) {

  /** Where an invitation stands. Lists show those that are pending. */
  public enum State {
    PENDING,
    ACCEPTED,
    WITHDRAWN,
    EXPIRED
  }
}
