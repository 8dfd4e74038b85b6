package io.moltrail.command.account;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.DisplayName;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** What a user wants to be called. */
record DisplayNameForm(@Schema(example = "Ada King") @NotNull String displayName) {

  /**
   * @throws Refusal.Invalid when it is no name
   */
  DisplayName name() {
    return DisplayName.parse(displayName)
        .orElseThrow(() -> InvalidForm.of(List.of(InvalidForm.DISPLAY_NAME)));
  }

  @Override
  public String toString() {
    return "(a display name)";
  }
}
