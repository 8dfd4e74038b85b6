package io.moltrail.command.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a login or a refresh hands out. */
@Schema(name = "Tokens")
record TokenAnswer(
    @Schema(
            description = "for the header Authorization: Bearer",
            example = "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFUzI1NiJ9...")
        String accessToken,
    @Schema(example = "Bearer") String tokenType,
    @Schema(description = "seconds", example = "600") long expiresIn,
    @Schema(description = "good once", example = "Wb2n9sVtq0Zk5cRy7uLhX1mJ4pEaG8dOfIiToQwNxYs")
        String refreshToken,
    @Schema(example = "0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90") String sessionId) {

  static TokenAnswer of(Session session, AccessGrant access, OpaqueToken refreshToken) {
    return new TokenAnswer(
        access.token(),
        "Bearer",
        access.life().toSeconds(),
        refreshToken.value(),
        session.id().toString());
  }

  @Override
  public String toString() {
    return "(tokens)";
  }
}
