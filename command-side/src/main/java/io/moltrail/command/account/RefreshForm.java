package io.moltrail.command.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The refresh token of the last answer. */
record RefreshForm(
    @Schema(example = "Wb2n9sVtq0Zk5cRy7uLhX1mJ4pEaG8dOfIiToQwNxYs")
        @NotNull
        @Size(max = InvalidForm.LONGEST_TOKEN)
        String refreshToken) {

  @Override
  public String toString() {
    return "(a refresh token)";
  }
}
