package io.moltrail.command.project;

import io.moltrail.messages.project.MemberRole;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** What a member is to be. */
record MemberForm(
    @Schema(description = "EDITOR or VIEWER", example = "EDITOR") @NotNull MemberRole role) {}
