package io.moltrail.command.molecule;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.ProjectId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Where a molecule is to go. */
record MoveForm(
    @Schema(
            description = "the project in which it is to stand",
            format = "uuid",
            example = "0196f7a2-3c5e-7c41-9d0a-5b8f2e1c7a90")
        @NotNull
        String projectId) {

  /**
   * @throws Refusal.Invalid when it is not the id of anything
   */
  ProjectId target() {
    return ProjectId.parse(projectId)
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "invalid-request",
                    "Some fields are not as they must be.",
                    List.of(
                        new Refusal.Fault("/projectId", "invalid-id", "The id of a project."))));
  }
}
