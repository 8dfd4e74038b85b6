package io.moltrail.command.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Whose password has been forgotten. */
record ForgotForm(
    @Schema(example = "ada@example.org") @NotNull @Size(max = InvalidForm.LONGEST_EMAIL)
        String email) {

  @Override
  public String toString() {
    return "(an address)";
  }
}
