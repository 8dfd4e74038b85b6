package io.moltrail.command.project;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.DescribeProject;
import io.moltrail.messages.project.ProjectCommand;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.RenameAndDescribeProject;
import io.moltrail.messages.project.RenameProject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to change about a project (RFC 7396): absent stays, null goes. A name cannot go, and a
 * description that goes is empty.
 */
record ProjectPatch(
    @Schema(implementation = String.class, example = "JAK2 inhibitors") @Nullable JsonNode name,
    @Schema(
            implementation = String.class,
            nullable = true,
            example = "Selective JAK2 inhibitors, oral")
        @Nullable JsonNode description) {

  /**
   * @throws Refusal.Invalid when there is nothing to change, naming each field that is not as it
   *     must be
   */
  ProjectCommand command(ProjectId project) {
    Optional<ProjectName> newName = parsedName();
    Optional<ProjectDescription> newDescription = parsedDescription();
    List<Refusal.Fault> faults = new ArrayList<>();
    if (name == null && description == null) {
      faults.add(new Refusal.Fault("/name", "nothing-to-change", "Say what is to change."));
    }
    if (name != null && newName.isEmpty()) {
      faults.add(ProjectForm.invalidName());
    }
    if (description != null && newDescription.isEmpty()) {
      faults.add(ProjectForm.invalidDescription());
    }
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid("invalid-request", "Some fields are not as they must be.", faults);
    }
    return command(project, newName, newDescription);
  }

  private static ProjectCommand command(
      ProjectId project, Optional<ProjectName> name, Optional<ProjectDescription> description) {
    if (name.isPresent() && description.isPresent()) {
      return new RenameAndDescribeProject(project, name.get(), description.get());
    }
    return name.<ProjectCommand>map(it -> new RenameProject(project, it))
        .orElseGet(() -> new DescribeProject(project, description.orElseThrow()));
  }

  private Optional<ProjectName> parsedName() {
    return name != null && name.isString()
        ? ProjectName.parse(name.stringValue())
        : Optional.empty();
  }

  private Optional<ProjectDescription> parsedDescription() {
    if (description != null && description.isNull()) {
      return Optional.of(ProjectDescription.NONE);
    }
    return description != null && description.isString()
        ? ProjectDescription.parse(description.stringValue())
        : Optional.empty();
  }
}
