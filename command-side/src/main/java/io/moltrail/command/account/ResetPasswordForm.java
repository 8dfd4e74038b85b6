package io.moltrail.command.account;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The token that came by mail, and the password from now on. */
record ResetPasswordForm(
    @Schema(example = "k3Jv0Zf1Qm8c6yR2wT9uXhB4nL7sDpEaGiOeVqWlYtM")
        @NotNull
        @Size(max = InvalidForm.LONGEST_TOKEN)
        String token,
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
