package io.moltrail.command.account;

import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** What an administrator says of a user to be. */
record NewUserForm(
    @Schema(example = "grace@example.org") @NotNull @Size(max = InvalidForm.LONGEST_EMAIL)
        String email,
    @Schema(example = "Grace Hopper") @NotNull String displayName,
    @Schema(
            description = "15 to 128 characters of any kind",
            example = "copper harbour 9 violins",
            format = "password")
        @NotNull
        @Size(max = InvalidForm.LONGEST_PASSWORD)
        String password,
    @Schema(example = "PRO") @NotNull Tier tier,
    @Schema(example = "[\"USER\"]") @NotEmpty Set<@NotNull SystemRole> roles) {

  @Override
  public String toString() {
    return "(a new user)";
  }
}
