package io.moltrail.command.project;

import io.moltrail.messages.user.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** Who is to own a project. */
record TransferForm(
    @Schema(
            description = "a member of the project",
            example = "0198f2c4-5b1e-7a3d-8c60-1f2e3d4c5b6a")
        @NotNull
        UserId userId) {}
