package io.moltrail.command.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Who somebody says they are, and what shows it. */
record LoginForm(
    @Schema(example = "ada@example.org") @NotNull @Size(max = InvalidForm.LONGEST_EMAIL)
        String email,
    @Schema(example = "lilac tram under Kepler", format = "password") @NotNull String password) {

  @Override
  public String toString() {
    return "(a login)";
  }
}
