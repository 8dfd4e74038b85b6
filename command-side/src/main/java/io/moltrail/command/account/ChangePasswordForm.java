package io.moltrail.command.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The password until now, and the one from now on. */
record ChangePasswordForm(
    @Schema(
            description = "The password until now.",
            example = "lilac tram under Kepler",
            format = "password")
        @NotNull
        @Size(max = InvalidForm.LONGEST_PASSWORD)
        String currentPassword,
    @Schema(
            description = "15 to 128 characters of any kind",
            example = "amber kites over Tromso",
            format = "password")
        @NotNull
        @Size(max = InvalidForm.LONGEST_PASSWORD)
        String newPassword) {

  @Override
  public String toString() {
    return "(a new password)";
  }
}
