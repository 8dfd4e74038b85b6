package io.moltrail.command.account;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.EmailAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Which address a user wants, and what shows that it is them. */
record EmailChangeForm(
    @Schema(example = "ada.king@example.org") @NotNull @Size(max = InvalidForm.LONGEST_EMAIL)
        String newEmail,
    @Schema(example = "lilac tram under Kepler", format = "password")
        @NotNull
        @Size(max = InvalidForm.LONGEST_PASSWORD)
        String password) {

  /**
   * @throws Refusal.Invalid when it is no address
   */
  EmailAddress email() {
    return EmailAddress.parse(newEmail)
        .orElseThrow(() -> InvalidForm.of(List.of(InvalidForm.NEW_EMAIL)));
  }

  @Override
  public String toString() {
    return "(a new address)";
  }
}
