package io.moltrail.command.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Where the mail is to be sent again. */
record ResendForm(
    @Schema(example = "ada@example.org") @NotNull @Size(max = InvalidForm.LONGEST_EMAIL)
        String email) {

  @Override
  public String toString() {
    return "(an address)";
  }
}
