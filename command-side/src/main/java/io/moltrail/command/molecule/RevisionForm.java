package io.moltrail.command.molecule;

import io.moltrail.messages.PlainText;
import io.moltrail.messages.Refusal;
import io.moltrail.web.requests.ChangeReason;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** What a molecule really is, and why it was thought to be something else. */
record RevisionForm(
    @Schema(description = "the structure, as drawn", example = "OC(=O)c1ccccc1OC(C)=O") @NotNull
        String smiles,
    @Schema(description = "why; up to 500 characters", example = "the NMR shows the other isomer")
        @NotNull
        String reason) {

  /**
   * @throws Refusal.Invalid when it is blank, too long, or holds what plain text must not
   */
  String why() {
    return PlainText.statement(reason, ChangeReason.LONGEST)
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "invalid-request",
                    "Some fields are not as they must be.",
                    List.of(
                        new Refusal.Fault(
                            "/reason",
                            "invalid-reason",
                            "A reason has 1 to 500 visible characters."))));
  }
}
