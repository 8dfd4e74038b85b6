package io.moltrail.command.project;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The token that came with an invitation. */
record AcceptanceForm(
    @Schema(example = "k3Jv0Zf1Qm8c6yR2wT9uXhB4nL7sDpEaGiOeVqWlYtM") @NotNull @Size(max = 256)
        String token) {

  @Override
  public String toString() {
    return "(a token)";
  }
}
