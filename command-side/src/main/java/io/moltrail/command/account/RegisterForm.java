package io.moltrail.command.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody says of themselves who wants an account. */
record RegisterForm(
    @Schema(example = "ada@example.org") @NotNull @Size(max = InvalidForm.LONGEST_EMAIL)
        String email,
    @Schema(
            description = "15 to 128 characters of any kind",
            example = "lilac tram under Kepler",
            format = "password")
        @NotNull
        @Size(max = InvalidForm.LONGEST_PASSWORD)
        String password,
    @Schema(example = "Ada Lovelace") @NotNull String displayName) {

  @Override
  public String toString() {
    return "(a registration)";
  }
}
