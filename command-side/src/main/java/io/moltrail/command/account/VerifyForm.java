package io.moltrail.command.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The token that came by mail. */
record VerifyForm(
    @Schema(example = "k3Jv0Zf1Qm8c6yR2wT9uXhB4nL7sDpEaGiOeVqWlYtM")
        @NotNull
        @Size(max = InvalidForm.LONGEST_TOKEN)
        String token) {

  @Override
  public String toString() {
    return "(a token)";
  }
}
