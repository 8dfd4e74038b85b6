package io.moltrail.command.project;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.Tautomers;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a new project is made of. */
record ProjectForm(
    @Schema(example = "Kinase inhibitors") @NotNull String name,
    @Schema(description = "2 to 8 of A-Z and 0-9, unique to its owner", example = "KIN") @NotNull
        String code,
    @Schema(example = "Selective JAK2 inhibitors") @Nullable String description,
    @Schema(description = "every change needs a reason", defaultValue = "false")
        @Nullable Boolean regulated,
    @Schema(
            description = "whether tautomers are one molecule",
            allowableValues = {"same", "distinct"},
            defaultValue = "same")
        @Pattern(regexp = "same|distinct", message = "is same or distinct")
        @Nullable String tautomers) {

  /**
   * @throws Refusal.Invalid naming each field that is not as it must be
   */
  CreateProject command(ProjectId id) {
    List<Refusal.Fault> faults = new ArrayList<>();
    Optional<ProjectName> parsedName = ProjectName.parse(name);
    Optional<ProjectCode> parsedCode = ProjectCode.parse(code);
    Optional<ProjectDescription> parsedDescription =
        description == null
            ? Optional.of(ProjectDescription.NONE)
            : ProjectDescription.parse(description);
    if (parsedName.isEmpty()) {
      faults.add(invalidName());
    }
    if (parsedCode.isEmpty()) {
      faults.add(
          new Refusal.Fault(
              "/code", "invalid-code", "A code has 2 to 8 characters of A-Z and 0-9."));
    }
    if (parsedDescription.isEmpty()) {
      faults.add(invalidDescription());
    }
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid("invalid-request", "Some fields are not as they must be.", faults);
    }
    return new CreateProject(
        id,
        parsedName.orElseThrow(),
        parsedCode.orElseThrow(),
        parsedDescription.orElseThrow(),
        Boolean.TRUE.equals(regulated),
        Tautomers.valueOf(tautomers == null ? "SAME" : tautomers.toUpperCase(Locale.ROOT)));
  }

  static Refusal.Fault invalidName() {
    return new Refusal.Fault(
        "/name", "invalid-name", "A name has 1 to 200 visible characters on one line.");
  }

  static Refusal.Fault invalidDescription() {
    return new Refusal.Fault(
        "/description", "invalid-text", "A description has up to 4,000 visible characters.");
  }
}
